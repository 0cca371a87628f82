package io.posthorn.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void namesAMissedGoal() {
        var figures = new Figures("ingest").atMost("p99Millis", 120.5, 100).atLeast("eventsPerSecond", 4_000, 4_000);

        assertThat(text(figures, false))
                .contains("p99Millis")
                .contains("at most 100.0   MISSED")
                .doesNotContain("4000.0   MISSED");
        assertThat(figures.allReached()).isFalse();
    }

    @Test
    void isOneJsonObject() {
        var figures = new Figures("ingest").add("events", 7).atMost("lost", 0, 0);

        assertThat(text(figures, true).trim())
                .isEqualTo("{\"benchmark\":\"ingest\",\"events\":7,\"lost\":0.0,\"goalsReached\":true}");
    }

    @Test
    void hasPartsWithGoalsOfTheirOwn() {
        var figures = new Figures("send")
                .part("loop", new Figures("loop: all").between("messagesPerSecond", 970, 980, 1_020));

        assertThat(text(figures, false)).contains("loop: all").contains("980.0 to 1020.0   MISSED");
        assertThat(text(figures, true)).contains("\"loop\":{\"benchmark\":\"loop: all\",\"messagesPerSecond\":970.0");
        assertThat(figures.allReached()).isFalse();
    }

    private static String text(Figures figures, boolean asJson) {
        var bytes = new ByteArrayOutputStream();
        figures.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), asJson);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
