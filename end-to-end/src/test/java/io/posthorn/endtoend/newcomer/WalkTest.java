package io.posthorn.endtoend.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {
    @TempDir
    private Path folder;

    @Test
    void putsBlocksWhereThePageSays() throws IOException {
        Files.writeString(folder.resolve("list.txt"), "a\nc\n");
        var walk = new Walk("""
                **`deep/new.sql`**:
                ```sql
                select 1;
                ```
                **`list.txt`**, before `c`:
                ```text
                b
                ```
                ```
                mvn -pl one verify
                ```
                """);

        walk.followIn(folder);

        assertThat(folder.resolve("deep/new.sql")).hasContent("select 1;\n");
        assertThat(folder.resolve("list.txt")).hasContent("a\nb\nc\n");
        assertThat(walk.commands()).containsExactly(java.util.List.of("-pl", "one", "verify"));
    }

    /** What does not take minutes to see: every place that the page names is there. */
    @Test
    void thePagesPlacesAreThere() throws IOException {
        var walk = new Walk(Repository.read("docs/development.md"));
        for (var file : java.util.List.of(
                "libs/contracts/src/main/java/io/posthorn/contracts/EventType.java",
                "gateway/src/main/resources/application.properties")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Repository.ROOT.resolve(file), folder.resolve(file));
        }

        var files = walk.followIn(folder);

        assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(file)
                .isRegularFile());
        assertThat(walk.commands()).hasSize(2);
    }
}
