package io.posthorn.endtoend.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchTest {
    private static final Patch PATCH = Patch.of(List.of(
            "--- a/Some.java",
            "+++ b/Some.java",
            "@@ -7,3 +7,2 @@",
            " one",
            "-two",
            " three",
            "@@ -20 +19 @@",
            "-six",
            "+SIX"));

    @TempDir
    Path root;

    @Test
    void appliesWhereverItFits() throws IOException {
        Files.writeString(root.resolve("Some.java"), "zero\none\ntwo\nthree\nfour\nsix\n");

        assertThat(PATCH.applied(root)).containsEntry("Some.java", "zero\none\nthree\nfour\nSIX\n");
    }

    @Test
    void refusesWhereItFitsTwiceOrNowhere() throws IOException {
        Files.writeString(root.resolve("Some.java"), "one\ntwo\nthree\nsix\nsix\n");
        assertThatThrownBy(() -> PATCH.applied(root)).hasMessageContaining("not exactly one place");

        Files.writeString(root.resolve("Some.java"), "one\nthree\nsix\n");
        assertThatThrownBy(() -> PATCH.applied(root)).hasMessageContaining("not exactly one place");
    }
}
