package io.posthorn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @TempDir
    private Path folder;

    @Test
    void startsOverAndKeepsThreePredecessors() {
        try (var log = new RotatingLog(folder.resolve("a.log"), 5)) {
            for (int number = 0; number < 6; number++) {
                log.append("line " + number);
            }
        }

        assertThat(folder.resolve("a.log")).hasContent("line 5");
        assertThat(folder.resolve("a.log.1")).hasContent("line 4");
        assertThat(folder.resolve("a.log.3")).hasContent("line 2");
        assertThat(folder.resolve("a.log.4")).doesNotExist();
    }

    @Test
    void continuesAnEarlierFile() {
        try (var first = new RotatingLog(folder.resolve("a.log"))) {
            first.append("yesterday");
        }

        try (var second = new RotatingLog(folder.resolve("a.log"))) {
            second.append("today");
            assertThat(second.recent()).containsExactly("today");
        }

        assertThat(folder.resolve("a.log")).hasContent("yesterday\ntoday");
    }
}
