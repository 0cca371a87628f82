package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.contracts.Topics;
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
        var options = Repository.read("deploy/jvm.options")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        for (var part : Part.ours()) {
            assertThat(options).as(part.label()).isEqualTo(Suite.settingsBesideTheHeap(part));
        }
    }

    @Test
    void buildsEveryModuleAndRunsAsNobodySpecial() {
        var dockerfile = Repository.read("deploy/Dockerfile");

        assertThat(dockerfile).contains("USER 10001:10001");
        assertThat(dockerfile.lines().filter(line -> line.strip().startsWith("-pl")))
                .singleElement()
                .satisfies(line -> assertThat(line.split("[ ,]+"))
                        .contains(Part.ours().stream().map(Part::label).toArray(String[]::new)));
        for (var script : List.of("ready", "provision-database", "create-topics", "fill-secrets")) {
            assertThat(Files.isExecutable(Repository.ROOT.resolve("deploy").resolve(script)))
                    .as(script)
                    .isTrue();
        }
    }

    @Test
    void makesTheTopicsAndSchemasThatTheCodeHas() {
        var words = loop("deploy/create-topics", "topic");
        var topics = words.stream().map("posthorn.%s.v1"::formatted).toList();

        assertThat(topics).containsExactlyInAnyOrderElementsOf(Topics.ALL);
        assertThat(Repository.read("deploy/create-topics")).contains("\"posthorn.$topic.v1.dlq\"");
        assertThat(loop("deploy/provision-database", "service"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Part.values())
                        .flatMap(part -> part.schema().stream())
                        .toList());
    }

    private static List<String> loop(String script, String variable) {
        var found = Pattern.compile("for " + variable + " in ([a-z ]+);").matcher(Repository.read(script));
        assertThat(found.find()).isTrue();
        return Arrays.asList(found.group(1).split(" "));
    }
}
