package io.posthorn.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.deployment.Suite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our processes in the cluster agree with what devstack knows of them. */
class KubernetesTest {
    private static final String OWNER = "POSTHORN_DATABASE_OWNER_PASSWORD";
    private final Cluster cluster = Cluster.of("production");

    @Test
    void givesEachProcessItsPortAndProbes() {
        for (var part : Suite.SERVICES) {
            var container = container(part);
            var service = cluster.named(Service.class, part.label()).getSpec();

            assertThat(container.getImage()).startsWith("posthorn/" + part.label() + ":");
            assertThat(variable(container, "PORT")).isEqualTo("" + part.defaultPort());
            assertThat(service.getPorts().getFirst().getPort()).isEqualTo(part.defaultPort());
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        }
    }

    @Test
    void givesEachProcessTheSecretsThatItNeedsAndNotTheOneForMigrations() {
        for (var part : Suite.SERVICES) {
            var expected = new ArrayList<>(Suite.secrets(part));
            expected.remove(OWNER);

            assertThat(secrets(container(part))).as(part.label()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void migratesEachSchemaInAJobAndNowhereElse() {
        assertThat(cluster.named(ConfigMap.class, "posthorn").getData())
                .containsEntry("POSTHORN_DATABASE_MIGRATE_AT_START", "false");
        for (var part :
                Suite.SERVICES.stream().filter(one -> one.schema().isPresent()).toList()) {
            var migration = cluster.named(Job.class, part.schema().orElseThrow() + "-migration")
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .getFirst();

            assertThat(migration.getImage()).isEqualTo(container(part).getImage());
            assertThat(variable(migration, "POSTHORN_DATABASE_MIGRATE_AT_START"))
                    .isEqualTo("true");
            assertThat(variable(migration, "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
            assertThat(secrets(migration)).contains(OWNER);
        }
    }

    @Test
    void backsUpOncePerNight() {
        var backup = cluster.named(CronJob.class, "backup").getSpec();

        assertThat(backup.getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(backup.getJobTemplate()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getCommand())
                .containsExactly("/deploy/backup");
    }

    @Test
    void leavesMoreRoomThanTheHeap() {
        for (var part : Suite.SERVICES) {
            var limit = container(part)
                    .getResources()
                    .getLimits()
                    .get("memory")
                    .getNumericalAmount()
                    .longValue();

            assertThat(limit).as(part.label()).isGreaterThan(Suite.heapBytes(part) + 256L * 1024 * 1024);
        }
    }

    private Container container(Part part) {
        return cluster.named(Deployment.class, part.label())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static List<String> secrets(Container container) {
        return container.getEnv().stream()
                .filter(one -> one.getValueFrom() != null)
                .map(one -> one.getName())
                .toList();
    }

    private static String variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
