package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.Repository;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?");
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
            assertThat(service.environment()).containsEntry("JDK_JAVA_OPTIONS", Suite.heap(part));
            assertThat(service.healthcheck().test()).containsExactly("CMD", "/app/ready");
            assertThat(service.deploy().resources().limits().memory()).endsWith("M");
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
