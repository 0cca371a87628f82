package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.posthorn.devstack.stack.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesTest {
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

    private final Kustomization base = Kustomization.load("k8s/base");
    private final List<HasMetadata> objects = base.resources().stream()
            .flatMap(file -> StrictYaml.documentsOf("k8s/base/" + file).stream())
            .map(KubernetesTest::typed)
            .toList();

    @Test
    void runsEachServiceWithLimitsAndProbesAndWithoutRights() {
        for (var part : Suite.SERVICES) {
            var pod = named(Deployment.class, part.label())
                    .getSpec()
                    .getTemplate()
                    .getSpec();
            var container = pod.getContainers().getFirst();

            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(container.getImage()).isEqualTo("posthorn/" + part.label());
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
            assertProbe(container, container.getStartupProbe(), "/q/health/started");
            assertProbe(container, container.getReadinessProbe(), "/q/health/ready");
            assertProbe(container, container.getLivenessProbe(), "/q/health/live");
        }
    }

    @Test
    void givesEachServiceItsPortHeapAndSecrets() {
        for (var part : Suite.SERVICES) {
            var container = container(part);
            var service = named(Service.class, part.label()).getSpec();

            assertThat(variable(container, "PORT")).isEqualTo("" + part.defaultPort());
            assertThat(variable(container, "JDK_JAVA_OPTIONS")).isEqualTo(Suite.heap(part));
            assertThat(service.getPorts().getFirst().getPort()).isEqualTo(part.defaultPort());
            assertThat(service.getSelector())
                    .isEqualTo(named(Deployment.class, part.label())
                            .getSpec()
                            .getSelector()
                            .getMatchLabels());
            assertThat(container.getEnv())
                    .filteredOn(one -> one.getValueFrom() != null)
                    .extracting(one -> one.getName())
                    .containsExactlyInAnyOrderElementsOf(Suite.secrets(part));
        }
    }

    @Test
    void keepsSecretsOutOfPlainConfiguration() {
        var plain = objects.stream().filter(ConfigMap.class::isInstance).flatMap(map -> ((ConfigMap) map)
                .getData().keySet().stream());

        assertThat(plain).isNotEmpty().noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEYS|TOKEN).*"));
    }

    @Test
    void opensNothingButTheGateway() {
        var policies = objects.stream()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .toList();

        var everything = named(NetworkPolicy.class, "deny-all").getSpec();
        var openToAll = policies.stream()
                .filter(policy -> policy.getSpec().getIngress().stream()
                        .anyMatch(rule -> rule.getFrom().isEmpty()))
                .map(policy -> policy.getSpec().getPodSelector().getMatchLabels());

        assertThat(everything.getPodSelector().getMatchLabels()).isEmpty();
        assertThat(everything.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(everything.getIngress()).isEmpty();
        assertThat(everything.getEgress()).isEmpty();
        assertThat(openToAll).containsExactly(Map.of("app.kubernetes.io/name", "gateway"));
    }

    @Test
    void tagsEveryImage() {
        assertThat(base.images())
                .extracting(Kustomization.Image::name)
                .containsExactlyInAnyOrderElementsOf(Suite.SERVICES.stream()
                        .map(part -> "posthorn/" + part.label())
                        .toList());
        assertThat(base.images()).noneMatch(image -> image.newTag().equals("latest"));
    }

    @Test
    void refusesAFieldThatKubernetesDoesNotKnow() {
        var typo = StrictYaml.documents("""
                apiVersion: apps/v1
                kind: Deployment
                spec: {template: {spec: {containers: [{name: a, readynessProbe: {}}]}}}
                """).getFirst();

        assertThatThrownBy(() -> typed(typo)).hasMessageContaining("readynessProbe");
    }

    private static void assertProbe(Container container, Probe probe, String path) {
        var port = probe.getHttpGet().getPort().getStrVal();
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(container.getPorts()).extracting(one -> one.getName()).contains(port);
    }

    private Container container(Part part) {
        return named(Deployment.class, part.label())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static String variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private <T extends HasMetadata> T named(Class<T> type, String name) {
        return objects.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(one -> one.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s %s".formatted(type.getSimpleName(), name)));
    }

    private static HasMetadata typed(Object document) {
        var fields = (Map<?, ?>) document;
        var kind = fields.get("apiVersion") + "/" + fields.get("kind");
        assertThat(KINDS).containsKey(kind);
        return StrictYaml.as(KINDS.get(kind), document);
    }
}
