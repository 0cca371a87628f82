package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class WorkflowsTest {
    private static final Path GITHUB = Repository.ROOT.resolve(".github");
    private static final Pattern USED_ACTION = Pattern.compile("uses: (\\S+)");

    @ParameterizedTest
    @MethodSource("files")
    void isReadableWithoutDoubledKeys(Path file) throws IOException {
        assertThat(yaml(file)).isInstanceOf(Map.class);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void saysWhatItMayAndHowLongItMayTake(Path file) throws IOException {
        var workflow = (Map<?, ?>) yaml(file);

        assertThat(workflow.get("permissions")).isInstanceOf(Map.class);
        assertThat(((Map<?, ?>) workflow.get("jobs")).values()).isNotEmpty().allSatisfy(job -> assertThat(
                        ((Map<?, ?>) job).get("timeout-minutes"))
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void usesActionsOfAVersion(Path file) throws IOException {
        assertThat(USED_ACTION.matcher(Files.readString(file)).results().map(use -> use.group(1)))
                .isNotEmpty()
                .allMatch(use -> use.matches("[\\w./-]+@(v\\d[\\w.]*|[0-9a-f]{40})"));
    }

    @Test
    void imagesAreThoseOfAllProcesses() throws IOException {
        var images = (Map<?, ?>) yaml(GITHUB.resolve("workflows/images.yml"));
        var job = (Map<?, ?>) ((Map<?, ?>) images.get("jobs")).get("image");
        var matrix = (Map<?, ?>) ((Map<?, ?>) job.get("strategy")).get("matrix");

        assertThat((List<?>) matrix.get("module"))
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(io.posthorn.devstack.stack.Part.ours().stream()
                        .map(io.posthorn.devstack.stack.Part::label)
                        .toList());
    }

    private static Object yaml(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(options).load(Files.readString(file));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(GITHUB)) {
            return files.filter(file -> file.toString().endsWith(".yml")).toList();
        }
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(GITHUB.resolve("workflows"))) {
            return files.toList();
        }
    }
}
