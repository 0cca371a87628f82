package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.ServiceEnvironment;
import io.posthorn.devstack.stack.StackSecrets;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.devstack.stack.StoreAddresses;
import io.posthorn.endtoend.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?");
    private static final Pattern WITHOUT_DEFAULT =
            Pattern.compile("(?m)^\\| `([A-Z_<>]+)` \\| `posthorn[a-z.<>-]+` \\| none");
    /** Files of an installation's own, and rows of a route's table: an override mounts and names them. */
    private static final Pattern OPTIONAL = Pattern.compile("_SECRETS?_FILE$|_TABLE_FILE$|^POSTHORN_TLS_|_ROLES$");
    /** What ./posthorn up gives to all, but only some have a use for. */
    private static final List<String> NOT_FOR_ALL = List.of(
            "POSTHORN_ADMIN_URL",
            "POSTHORN_DATABASE_URL",
            "POSTHORN_GRAPH_URL",
            "POSTHORN_GRAPH_VERSION",
            "POSTHORN_KAFKA_BOOTSTRAP_SERVERS",
            "POSTHORN_LIMITS_PLAN",
            "POSTHORN_MEDIA_DIRECTORY",
            "POSTHORN_SMTP_HOST",
            "POSTHORN_SMTP_PORT");

    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|ENVELOPE_KEYS");

    private final Compose compose = Compose.load();

    @Test
    void runsEachServiceWithLimitsAndAProbeAndWithoutRights() {
        for (var part : Suite.SERVICES) {
            var service = compose.services().get(part.label());

            assertThat(service).as(part.label()).isNotNull();
            assertThat(service.build().dockerfile()).isEqualTo("deploy/Dockerfile");
            assertThat(service.build().args()).isEqualTo(Map.of("MODULE", part.label()));
            assertThat(service.environment()).containsEntry("PORT", "" + part.defaultPort());
            assertThat(megabytes(service.deploy().resources().limits().memory()))
                    .as(part.label())
                    .isGreaterThan(Suite.heapBytes(part) / 1024 / 1024 + 256);
            assertThat(service.healthcheck().test()).containsExactly("CMD", "/app/ready");
            assertThat(service.deploy().resources().limits().cpus()).isNotBlank();
            assertThat(service.user()).isEqualTo("10001:10001");
            assertThat(service.read_only()).isTrue();
            assertThat(service.cap_drop()).containsExactly("ALL");
        }
    }

    @Test
    void opensOnlyTheGatewayToOthers() {
        var open = compose.services().entrySet().stream()
                .filter(entry -> entry.getValue().ports() != null)
                .filter(entry -> entry.getValue().ports().stream().anyMatch(port -> !port.startsWith("127.0.0.1:")))
                .map(Map.Entry::getKey);

        assertThat(open).containsExactly("gateway");
    }

    @Test
    void startsEachServiceAfterWhatItNeeds() {
        for (var part : Suite.SERVICES) {
            var needs = compose.services().get(part.label()).depends_on();

            assertThat(needs.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            part == Part.GATEWAY
                                    ? Suite.SERVICES.stream()
                                            .filter(other -> other != Part.GATEWAY)
                                            .map(Part::label)
                                            .toList()
                                    : Stream.of("postgres-roles", "kafka-topics", "redis")
                                            .toList());
        }
        compose.services().values().stream()
                .filter(service -> service.depends_on() != null)
                .flatMap(service -> service.depends_on().entrySet().stream())
                .forEach(need -> assertCanBeMet(need.getKey(), need.getValue().condition()));
    }

    @Test
    void hasNoDefaultForASecret() {
        var text = Repository.read("docker-compose.yml");

        var secrets = VARIABLE.matcher(text)
                .results()
                .filter(found -> SECRET.matcher(found.group(1)).find())
                .toList();

        assertThat(secrets).hasSizeGreaterThan(30).allSatisfy(found -> assertThat(found.group(2))
                .as(found.group(1))
                .isEqualTo(":?"));
        compose.services().values().stream()
                .flatMap(service ->
                        service.environment() == null ? Stream.empty() : service.environment().entrySet().stream())
                .filter(entry -> SECRET.matcher(entry.getKey()).find())
                .forEach(
                        entry -> assertThat(entry.getValue()).as(entry.getKey()).startsWith("${"));
    }

    @Test
    void isCompleteWithEachExampleFile() {
        var needed = VARIABLE.matcher(Repository.read("docker-compose.yml"))
                .results()
                .filter(found -> ":?".equals(found.group(2)))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        for (var file : Stream.of(".env.example", ".env.production.example").toList()) {
            var given = Repository.read(file)
                    .lines()
                    .map(line -> line.replaceFirst("=.*", ""))
                    .toList();

            assertThat(given).as(file).containsAll(needed);
        }
    }

    @Test
    void namesEveryVariableThatHasNoDefault() {
        var named = compose.services().values().stream()
                .filter(service -> service.environment() != null)
                .flatMap(service -> service.environment().keySet().stream())
                .toList();

        var without = WITHOUT_DEFAULT
                .matcher(Repository.read("docs/configuration.md"))
                .results()
                .map(found -> found.group(1))
                .filter(variable -> !OPTIONAL.matcher(variable).find())
                .distinct()
                .toList();

        assertThat(without).hasSizeGreaterThan(10).allSatisfy(variable -> assertThat(named)
                .as(variable)
                .anyMatch(name -> name.matches(variable.replace("<NAME>", "[A-Z]+"))));
    }

    @Test
    void givesEachServiceWhatUpGives(@TempDir Path home) {
        var settings = StackSettings.onFreePorts(Repository.ROOT, home);
        var environments = new ServiceEnvironment(
                settings, StackSecrets.loadOrCreate(home), new StoreAddresses("database", "kafka", "redis"));

        for (var part : Suite.SERVICES) {
            var ours = environments.of(part).keySet().stream().filter(name -> !name.startsWith("QUARKUS_"));
            var missing = ours.filter(
                    name -> !compose.services().get(part.label()).environment().containsKey(name));

            assertThat(missing).as(part.label()).isSubsetOf(NOT_FOR_ALL);
        }
    }

    @Test
    void isValidForCompose(@TempDir Path folder) throws Exception {
        Tool.DOCKER_COMPOSE.orSkip("docker-compose.yml is read by our own model of it only");
        var environment = Files.writeString(folder.resolve("environment"), Repository.read(".env.example"));
        new ProcessBuilder(Repository.ROOT.resolve("deploy/fill-secrets").toString(), environment.toString())
                .start()
                .waitFor();

        var all = new String(Tool.DOCKER_COMPOSE.run(
                Map.of("COMPOSE_PROFILES", "development,observability"),
                "--env-file",
                environment.toString(),
                "--file",
                Repository.ROOT.resolve("docker-compose.yml").toString(),
                "config",
                "--services"));

        assertThat(all.lines())
                .containsExactlyInAnyOrderElementsOf(compose.services().keySet());
    }

    @Test
    void mountsFilesThatExist() {
        var mounts = compose.services().values().stream()
                .filter(service -> service.volumes() != null)
                .flatMap(service -> service.volumes().stream())
                .toList();

        assertThat(mounts).isNotEmpty().allSatisfy(mount -> {
            var source = mount.substring(0, mount.indexOf(':'));
            assertThat(
                            source.startsWith("./")
                                    ? Files.isRegularFile(Repository.ROOT.resolve(source))
                                    : compose.volumes().containsKey(source))
                    .as(mount)
                    .isTrue();
        });
    }

    @Test
    void refusesAKeyThatComposeDoesNotKnow() {
        var typo = StrictYaml.documents("services: {a: {image: b, enviroment: {X: y}}}")
                .getFirst();

        assertThatThrownBy(() -> StrictYaml.as(Compose.class, typo)).hasMessageContaining("enviroment");
        assertThatThrownBy(() -> StrictYaml.documents("services: {}\nservices: {}"))
                .hasMessageContaining("duplicate");
    }

    private static long megabytes(String memory) {
        assertThat(memory).endsWith("M");
        return Long.parseLong(memory.replace("M", ""));
    }

    private void assertCanBeMet(String name, String condition) {
        var service = compose.services().get(name);
        assertThat(service).as(name).isNotNull();
        switch (condition) {
            case "service_healthy" -> assertThat(service.healthcheck()).as(name).isNotNull();
            case "service_completed_successfully" ->
                assertThat(service.restart()).as(name).isEqualTo("no");
            default -> assertThat(condition).isEqualTo("service_started");
        }
    }
}
