package io.posthorn.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.deployment.Suite;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said about processes is said about processes that exist. */
class AvailabilityTest {
    static final Collection<String> OVERLAYS = Cluster.OVERLAYS;
    private static final List<String> SEVERAL = Suite.SERVICES.stream()
            .filter(part -> part != Part.MEDIA)
            .map(Part::label)
            .toList();

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void scalesEachProcessOfWhichThereMayBeSeveral(String overlay) {
        var cluster = Cluster.of(overlay);
        var scalers = cluster.all(HorizontalPodAutoscaler.class);

        assertThat(scalers)
                .extracting(scaler -> scaler.getSpec().getScaleTargetRef().getName())
                .containsExactlyInAnyOrderElementsOf(SEVERAL);
        assertThat(scalers).allSatisfy(scaler -> {
            var target = scaler.getSpec().getScaleTargetRef();
            assertThat(target.getApiVersion() + target.getKind()).isEqualTo("apps/v1Deployment");
            // Or each deployment would undo what the scaler did.
            assertThat(cluster.named(Deployment.class, target.getName())
                            .getSpec()
                            .getReplicas())
                    .isNull();
            assertThat(scaler.getSpec().getMinReplicas())
                    .isLessThanOrEqualTo(scaler.getSpec().getMaxReplicas());
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void keepsEachProcessThroughMaintenance(String overlay) {
        var cluster = Cluster.of(overlay);
        var budgets = cluster.all(PodDisruptionBudget.class);

        assertThat(budgets).allSatisfy(budget -> assertThat(
                        selectedBy(cluster, budget.getSpec().getSelector().getMatchLabels()))
                .as(Cluster.nameOf(budget))
                .containsExactly(Cluster.nameOf(budget)));
        assertThat(budgets)
                .extracting(Cluster::nameOf)
                .containsExactlyInAnyOrderElementsOf(
                        Suite.SERVICES.stream().map(Part::label).toList());
    }

    @Test
    void spreadsEachProcessOverZonesAndNodes() {
        var cluster = Cluster.of("production");
        for (var name : SEVERAL) {
            var pod = cluster.pods().get(name);
            assertThat(pod.getSpec().getTopologySpreadConstraints())
                    .as(name)
                    .extracting(constraint -> constraint.getTopologyKey())
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(pod.getSpec().getTopologySpreadConstraints())
                    .allSatisfy(constraint -> assertThat(Selection.matches(
                                    constraint.getLabelSelector(),
                                    pod.getMetadata().getLabels()))
                            .isTrue());
        }
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void pointsEachServiceAtPortsThatPodsHave(String overlay) {
        var cluster = Cluster.of(overlay);
        assertThat(cluster.all(Service.class)).isNotEmpty().allSatisfy(service -> {
            var selected = selectedBy(cluster, service.getSpec().getSelector());
            assertThat(selected).containsExactly(Cluster.nameOf(service));
            var ports = cluster.pods()
                    .get(selected.getFirst())
                    .getSpec()
                    .getContainers()
                    .getFirst()
                    .getPorts();
            service.getSpec().getPorts().forEach(port -> assertThat(ports)
                    .extracting(one -> one.getName())
                    .contains(port.getTargetPort().getStrVal()));
        });
    }

    @Test
    void readsTheMetricsOfEveryProcess() {
        var cluster = Cluster.of("production");
        var read = cluster.all(ServiceMonitor.class).stream().flatMap(monitor -> cluster.all(Service.class).stream()
                .filter(service -> service.getMetadata().getLabels() != null
                        && Selection.matches(
                                monitor.getSpec().getSelector(),
                                service.getMetadata().getLabels()))
                .peek(service -> assertThat(service.getSpec().getPorts())
                        .extracting(port -> port.getName())
                        .contains(monitor.getSpec().getEndpoints().getFirst().getPort()))
                .map(Cluster::nameOf));

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        Suite.SERVICES.stream().map(Part::label).toList());
    }

    @Test
    void letsTheWorldInThroughOneDoorWithTls() {
        var cluster = Cluster.of("production");
        var ingress = cluster.all(Ingress.class);

        assertThat(ingress).singleElement().satisfies(door -> {
            var hosts = door.getSpec().getRules().stream()
                    .map(rule -> rule.getHost())
                    .toList();
            assertThat(door.getSpec().getTls()).singleElement().satisfies(tls -> {
                assertThat(tls.getHosts()).isEqualTo(hosts);
                assertThat(tls.getSecretName()).isNotBlank();
            });
            assertThat(door.getSpec().getRules())
                    .flatExtracting(rule -> rule.getHttp().getPaths())
                    .allSatisfy(path ->
                            assertThat(path.getBackend().getService().getName()).isEqualTo("gateway"));
        });
    }

    private static List<String> selectedBy(Cluster cluster, Map<String, String> labels) {
        return cluster.pods().entrySet().stream()
                .filter(pod ->
                        pod.getValue().getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
