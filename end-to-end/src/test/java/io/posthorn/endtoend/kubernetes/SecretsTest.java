package io.posthorn.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.deployment.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The scripts that make secrets make those that are read. */
class SecretsTest {
    static final Collection<String> OVERLAYS = Cluster.OVERLAYS;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void makesEverySecretThatTheClusterReads(String overlay) throws Exception {
        var environment = Files.writeString(folder.resolve(".env"), Repository.read(".env.example"));
        run("fill-secrets", environment);

        var made = new TreeSet<String>();
        for (var document : StrictYaml.documents(run("cluster-secrets", environment))) {
            var secret = StrictYaml.as(Secret.class, document);
            secret.getStringData().forEach((key, value) -> {
                assertThat(value).as(key).isNotBlank();
                made.add(secret.getMetadata().getName() + " " + key);
            });
        }
        var read = new TreeSet<String>();
        Cluster.of(overlay).pods().values().stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .forEach(key -> read.add(key.getName() + " " + key.getKey()));

        assertThat(made).isEqualTo(read);
    }

    @Test
    void namesASecretThatIsMissing() throws Exception {
        var environment = Files.writeString(folder.resolve(".env"), Repository.read(".env.example"));

        assertThat(run("cluster-secrets", environment)).contains("AUTH_OWNER_PASSWORD is missing");
    }

    private static String run(String script, Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Repository.ROOT.resolve("deploy").resolve(script).toString(), file.toString()))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
