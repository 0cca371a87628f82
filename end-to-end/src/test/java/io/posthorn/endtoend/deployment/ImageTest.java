package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.contracts.Topics;
import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.Repository;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageTest {
    @Test
    void startsTheJvmAsDevstackDoes() {
        var build = Repository.read("deploy/build-images");

        // The very files that devstack reads, in its order, and nothing beside the cache before what an operator adds.
        assertThat(build)
                .contains("settings=devstack/src/main/resources/io/posthorn/devstack/stack/jvm")
                .contains("cat \"$settings/$program.options\" \"$settings/common.options\"");
        assertThat(Repository.read("deploy/run"))
                .contains("java @/app/jvm.options -XX:AOTCache=/app/quick-start.aot -Xlog:aot*=error,cds*=error"
                        + " ${JVM_OPTIONS:-} -jar /app/quarkus-run.jar");
        for (var part : Part.ours()) {
            assertThat(JvmSettings.of(part)).as(part.label()).anyMatch(setting -> setting.startsWith("-Xmx"));
        }
        assertThat(words("deploy/build-images", "programs=\\(([a-z -]+)\\)"))
                .containsExactlyInAnyOrderElementsOf(
                        Part.ours().stream().map(Part::label).toList());
    }

    @Test
    void runsAsNobodySpecialFromABaseThatCanBeReplaced() {
        for (var file : List.of("deploy/Dockerfile", "deploy/tools.Dockerfile")) {
            var dockerfile = Repository.read(file);

            assertThat(dockerfile)
                    .as(file)
                    .contains("USER 10001:10001", "org.opencontainers.image.licenses=Apache-2.0");
            assertThat(dockerfile.lines().filter(line -> line.startsWith("FROM ")))
                    .as(file)
                    .isNotEmpty()
                    .allMatch(line -> line.matches("FROM (\\$\\{[A-Z]+_IMAGE}|runtime)( AS [a-z]+)?"));
            assertThat(dockerfile.lines().filter(line -> line.startsWith("ARG ") && line.contains("_IMAGE=")))
                    .as(file)
                    .isNotEmpty()
                    .noneMatch(line -> line.endsWith(":latest"));
        }
    }

    @Test
    void copiesFilesThatExistAndCanBeRun() {
        var copied = Repository.read("deploy/tools.Dockerfile")
                .lines()
                .filter(line -> line.startsWith("COPY "))
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
                .filter(word -> !word.startsWith("/"));
        assertThat(copied).hasSize(5).allMatch(file -> Files.isRegularFile(Repository.ROOT.resolve(file)));

        for (var script : List.of(
                "build-images",
                "train",
                "run",
                "ready",
                "backup",
                "restore",
                "provision-database",
                "create-topics",
                "fill-secrets",
                "cluster-secrets")) {
            assertThat(Files.isExecutable(Repository.ROOT.resolve("deploy").resolve(script)))
                    .as(script)
                    .isTrue();
        }
    }

    @Test
    void makesTheTopicsAndSchemasThatTheCodeHas() {
        var words = words("deploy/create-topics", "for topic in ([a-z ]+);");
        var topics = words.stream().map("posthorn.%s.v1"::formatted).toList();

        assertThat(topics).containsExactlyInAnyOrderElementsOf(Topics.ALL);
        assertThat(Repository.read("deploy/create-topics")).contains("\"posthorn.$topic.v1.dlq\"");
        assertThat(words("deploy/provision-database", "for service in ([a-z ]+);"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Part.values())
                        .flatMap(part -> part.schema().stream())
                        .toList());
    }

    private static List<String> words(String script, String pattern) {
        var found = Pattern.compile(pattern).matcher(Repository.read(script));
        assertThat(found.find()).isTrue();
        return Arrays.asList(found.group(1).split(" "));
    }
}
