package io.posthorn.endtoend.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.posthorn.endtoend.deployment.StrictYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** What a cluster is given by an overlay: each object in Kubernetes' own type, which refuses fields that it does not know. */
final class Cluster {
    static final List<String> OVERLAYS = List.of("dev", "production");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("batch/v1/CronJob", CronJob.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class));

    private final List<HasMetadata> objects;

    private Cluster(List<HasMetadata> objects) {
        this.objects = objects;
    }

    static Cluster of(String overlay) {
        return new Cluster(Kustomize.build("k8s/overlays/" + overlay).stream()
                .map(Cluster::typed)
                .toList());
    }

    static HasMetadata typed(JsonNode document) {
        var kind =
                document.at("/apiVersion").asText() + "/" + document.at("/kind").asText();
        if (!KINDS.containsKey(kind)) {
            throw new NoSuchElementException("No kind " + kind);
        }
        return StrictYaml.as(KINDS.get(kind), document);
    }

    List<HasMetadata> objects() {
        return objects;
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T named(Class<T> type, String name) {
        return all(type).stream()
                .filter(one -> one.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No %s %s".formatted(type.getSimpleName(), name)));
    }

    /** Of everything that makes pods, by its name. */
    Map<String, PodTemplateSpec> pods() {
        var pods = new LinkedHashMap<String, PodTemplateSpec>();
        all(Deployment.class).forEach(one -> pods.put(nameOf(one), one.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(one -> pods.put(nameOf(one), one.getSpec().getTemplate()));
        all(Job.class).forEach(one -> pods.put(nameOf(one), one.getSpec().getTemplate()));
        all(CronJob.class)
                .forEach(one -> pods.put(
                        nameOf(one), one.getSpec().getJobTemplate().getSpec().getTemplate()));
        return pods;
    }

    /** Those pods that stay: they are asked how they are. */
    Stream<String> lasting() {
        return Stream.concat(all(Deployment.class).stream(), all(StatefulSet.class).stream())
                .map(Cluster::nameOf);
    }

    static String nameOf(HasMetadata object) {
        return object.getMetadata().getName();
    }
}
