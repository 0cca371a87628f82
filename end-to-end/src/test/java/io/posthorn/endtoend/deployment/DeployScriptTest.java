package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy.sh against a cluster that is a script: it builds overlays with the real kubectl, writes down the rest and answers as told. */
class DeployScriptTest {
    private static final String CLUSTER = """
            #!/bin/bash
            printf '%s\\n' "$*" >>"$CLUSTER/calls"
            case " $* " in
                *" kustomize "* | *" label --local "*) PATH=${PATH#*:} exec kubectl "$@" ;;
                *" get secret "*) [ -f "$CLUSTER/secrets" ] && echo '{"data":{'"$(<"$CLUSTER/secrets")"'}}' || exit 1 ;;
                *" wait job "*) exit "${MIGRATION:-0}" ;;
                *" rollout status deployment/messaging-service "*) exit "${ROLLOUT:-0}" ;;
                *" exec deployment/gateway "*) printf '{"status":"%s"}\\n' "${HEALTH:-up}" ;;
                *" -f - "*) jq -r '.items[] | "applied " + .kind + " " + .metadata.name' >>"$CLUSTER/calls" ;;
            esac
            """;
    private static final String OVERLAY = """
            namespace: posthorn
            resources: [../../../k8s/overlays/production]
            patches:
              - target: {kind: ConfigMap, name: posthorn}
                patch: |
                  - {op: replace, path: /data/POSTHORN_PUBLIC_URL, value: "https://chat.posthorn.test"}
                  - {op: replace, path: /data/POSTHORN_SMTP_HOST, value: mail.posthorn.test}
                  - {op: replace, path: /data/POSTHORN_MAIL_FROM, value: chat@posthorn.test}
              - target: {kind: Ingress, name: gateway}
                patch: |
                  - {op: replace, path: /spec/rules/0/host, value: chat.posthorn.test}
                  - {op: replace, path: /spec/tls/0/hosts/0, value: chat.posthorn.test}
            """;
    private static final String ALL_KEYS = "client-secret database-owner-password database-runtime-password"
            + " database-worker-password keys user password";

    @TempDir
    private Path cluster;

    private final Path overlay = Repository.ROOT.resolve("end-to-end/target/overlay");

    @BeforeEach
    void makeACluster() throws IOException {
        Tool.KUBECTL.orSkip("deploy/deploy.sh is not tested");
        Tool.JQ.orSkip("deploy/deploy.sh is not tested");
        var script = Files.writeString(
                Files.createDirectories(cluster.resolve("bin")).resolve("kubectl"), CLUSTER);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.writeString(Files.createDirectories(overlay).resolve("kustomization.yaml"), OVERLAY);
    }

    @Test
    void refusesAnOverlayThatIsStillAnExampleAndSecretsThatAreNotThere() throws Exception {
        var run = deploy(Map.of(), "--overlay", "k8s/overlays/production");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("Ingress gateway still says posthorn.example.com")
                .contains("ConfigMap posthorn still says https://posthorn.example.com")
                .contains("Secret envelope-keys with the key keys is missing")
                .contains("Secret auth-service with the key database-owner-password is missing");
        assertThat(run.calls()).noneMatch(call -> call.contains("apply"));
    }

    @Test
    void changesNothingInADryRun() throws Exception {
        makeSecrets();

        var run = deploy(Map.of(), "--overlay", "end-to-end/target/overlay", "--dry-run");

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).contains("Nothing was changed.");
        assertThat(run.calls())
                .anyMatch(call -> call.contains("apply --dry-run=server"))
                .anyMatch(call -> call.contains("diff"))
                .noneMatch(call -> call.startsWith("apply -f"))
                .noneMatch(call -> call.startsWith("applied") || call.contains("delete"));
    }

    @Test
    void migratesBeforeItRollsOutAndLooksAtTheHealthAtLast() throws Exception {
        makeSecrets();

        var run = deploy(Map.of(), "--overlay", "end-to-end/target/overlay");

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).endsWith("Deployed.\n");
        assertThat(run.calls())
                .containsSubsequence(
                        "applied ConfigMap posthorn",
                        "applied Job auth-migration",
                        "applied Deployment auth-service",
                        "applied CronJob backup");
        assertThat(position(run, "delete job")).isLessThan(position(run, "applied Job"));
        assertThat(position(run, "wait job")).isLessThan(position(run, "applied Deployment"));
        assertThat(run.calls()).noneMatch(call -> call.contains("undo"));
        assertThat(position(run, "exec deployment/gateway"))
                .isGreaterThan(position(run, "rollout status deployment/template-service"));
    }

    @Test
    void rollsNothingOutWhenAMigrationFails() throws Exception {
        makeSecrets();

        var run = deploy(Map.of("MIGRATION", "1"), "--overlay", "end-to-end/target/overlay");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("A migration did not succeed. Nothing was rolled out");
        assertThat(run.calls()).noneMatch(call -> call.startsWith("applied Deployment"));
    }

    @Test
    void goesBackWhenAProcessDoesNotBecomeReady() throws Exception {
        makeSecrets();

        var run = deploy(Map.of("ROLLOUT", "1"), "--overlay", "end-to-end/target/overlay");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.calls()).anyMatch(call -> call.contains("rollout undo deployment/messaging-service"));
    }

    @Test
    void isNotContentWithAServiceThatIsDown() throws Exception {
        makeSecrets();

        var run = deploy(Map.of("HEALTH", "degraded"), "--overlay", "end-to-end/target/overlay");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("Not every service is up");
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        assertThat(deploy(Map.of(), "--help").output()).contains("--dry-run").contains("2. migrate");
        assertThat(deploy(Map.of(), "--fast").output()).contains("Unknown option --fast");
        assertThat(deploy(Map.of(), "--overlay", "k8s/nowhere").output())
                .contains("There is no k8s/nowhere/kustomization.yaml");
        assertThat(deploy(Map.of(), "--timeout", "soon").output()).contains("--timeout is a number of seconds");
    }

    private record Run(int status, String output, List<String> calls) {}

    private Run deploy(Map<String, String> environment, String... arguments) throws Exception {
        var line = new ArrayList<String>(
                List.of(Repository.ROOT.resolve("deploy/deploy.sh").toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("CLUSTER", cluster.toString());
        builder.environment().put("PATH", cluster.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes());
        var calls = cluster.resolve("calls");
        return new Run(process.waitFor(), output, Files.exists(calls) ? Files.readAllLines(calls) : List.of());
    }

    private void makeSecrets() throws IOException {
        var pairs = List.of(ALL_KEYS.split(" ")).stream()
                .map("\"%s\":\"eA==\""::formatted)
                .toList();
        Files.writeString(cluster.resolve("secrets"), String.join(",", pairs));
    }

    private static int position(Run run, String part) {
        for (int at = 0; at < run.calls().size(); at++) {
            if (run.calls().get(at).contains(part)) {
                return at;
            }
        }
        throw new AssertionError("No call with " + part + " among " + run.calls());
    }
}
