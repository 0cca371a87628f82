package io.posthorn.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void leadToSomethingThatIsThere() {
        var documents = Repository.files(file -> file.toString().endsWith(".md"));

        assertThat(documents).hasSizeGreaterThan(8).allSatisfy(document -> assertThat(broken(document))
                .as(document.toString())
                .isEmpty());
    }

    private static List<String> broken(Path document) {
        var file = Repository.ROOT.resolve(document);
        return LINK.matcher(Repository.read(file))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !Files.exists(file.resolveSibling(link)))
                .toList();
    }
}
