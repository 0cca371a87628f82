package io.posthorn.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for everything that runs, whoever made it. */
class PodPolicyTest {
    static final Collection<String> OVERLAYS = Cluster.OVERLAYS;
    private static final String SECRET = ".*(PASSWORD|SECRET|KEYS|TOKEN).*";

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void runsNothingAsRootOrWithRights(String overlay) {
        eachPod(overlay, (name, pod) -> {
            var context = pod.getSpec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).as(name).isTrue();
            assertThat(context.getRunAsUser()).as(name).isPositive();
            assertThat(context.getSeccompProfile().getType()).as(name).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getSpec().getEnableServiceLinks()).as(name).isFalse();
            assertThat(pod.getSpec().getHostNetwork()).as(name).isNull();
            assertThat(pod.getSpec().getVolumes()).as(name).allSatisfy(volume -> assertThat(volume.getHostPath())
                    .isNull());
        });
        eachContainer(overlay, (name, container) -> {
            var context = container.getSecurityContext();
            assertThat(context.getAllowPrivilegeEscalation()).as(name).isFalse();
            assertThat(context.getCapabilities().getDrop()).as(name).containsExactly("ALL");
            assertThat(context.getCapabilities().getAdd()).as(name).isEmpty();
            if (container.getImage().startsWith("posthorn/")) {
                assertThat(context.getReadOnlyRootFilesystem()).as(name).isTrue();
            }
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void givesNobodyATokenForTheCluster(String overlay) {
        var cluster = Cluster.of(overlay);

        assertThat(cluster.all(ServiceAccount.class)).isNotEmpty().allSatisfy(account -> assertThat(
                        account.getAutomountServiceAccountToken())
                .isFalse());
        cluster.pods().values().stream()
                .map(pod -> pod.getSpec().getServiceAccountName())
                .filter(account -> account != null)
                .forEach(account -> cluster.named(ServiceAccount.class, account));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void limitsEverything(String overlay) {
        eachContainer(overlay, (name, container) -> {
            assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).as(name).containsKeys("cpu", "memory");
            assertThat(bytes(container.getResources().getRequests()))
                    .as(name)
                    .isLessThanOrEqualTo(bytes(container.getResources().getLimits()));
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void asksEverythingThatStaysHowItIs(String overlay) {
        var cluster = Cluster.of(overlay);
        cluster.lasting().forEach(name -> {
            var containers = cluster.pods().get(name).getSpec().getContainers();
            assertThat(containers).isNotEmpty().allSatisfy(container -> {
                assertProbe(container, container.getStartupProbe());
                assertProbe(container, container.getReadinessProbe());
                assertProbe(container, container.getLivenessProbe());
            });
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void namesTheVersionOfEveryImage(String overlay) {
        eachContainer(overlay, (name, container) -> assertThat(container.getImage())
                .as(name)
                .matches("[a-z0-9./-]+:[0-9a-z][0-9A-Za-z._-]*")
                .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void holdsNoSecret(String overlay) {
        var cluster = Cluster.of(overlay);
        // No kind Secret is known to Cluster, so that one would be refused.
        var plain = cluster.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().keySet().stream())
                .toList();

        assertThat(plain).isNotEmpty().noneMatch(name -> name.matches(SECRET));
        eachContainer(overlay, (name, container) -> container.getEnv().stream()
                .filter(variable -> variable.getName().matches(SECRET))
                .forEach(variable -> {
                    assertThat(variable.getValue())
                            .as(name + " " + variable.getName())
                            .isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
                }));
    }

    private static void assertProbe(Container container, Probe probe) {
        assertThat(probe).as(container.getName()).isNotNull();
        var port = probe.getHttpGet() != null
                ? probe.getHttpGet().getPort()
                : probe.getTcpSocket() != null ? probe.getTcpSocket().getPort() : null;
        if (port == null) {
            assertThat(probe.getExec().getCommand()).isNotEmpty();
        } else {
            assertThat(container.getPorts()).extracting(one -> one.getName()).contains(port.getStrVal());
        }
    }

    private static void eachPod(String overlay, BiConsumer<String, PodTemplateSpec> check) {
        var pods = Cluster.of(overlay).pods();
        assertThat(pods).hasSizeGreaterThan(10);
        pods.forEach(check);
    }

    private static void eachContainer(String overlay, BiConsumer<String, Container> check) {
        eachPod(overlay, (name, pod) -> {
            var containers = List.copyOf(pod.getSpec().getContainers());
            assertThat(containers).as(name).isNotEmpty();
            containers.forEach(container -> check.accept(name, container));
            pod.getSpec().getInitContainers().forEach(container -> check.accept(name, container));
        });
    }

    private static long bytes(Map<String, Quantity> resources) {
        return resources.get("memory").getNumericalAmount().longValue();
    }
}
