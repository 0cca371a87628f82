package io.posthorn.messaging.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every order of every six reports, repetitions among them: the view ends where the highest of the set stands. */
class StatusLatticeTest {
    private static final int REPORTS = 6;
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID MESSAGE = UUID.randomUUID();
    /** From low to high, as the design writes it down. */
    private static final List<String> LATTICE =
            List.of("sending", "unknown", "sent", "failed", "delivered", "read", "played");

    private static final List<String> WORDS =
            List.of("unknown", "accepted", "sent", "failed", "delivered", "read", "played", "invented");

    private int sequences;

    @Test
    void everyOrderOfArrivalEndsAtTheHighestAndOnlyClimbs() {
        judge(new ArrayList<>(), "sending");

        assertThat(sequences).isEqualTo(8 + 64 + 512 + 4_096 + 32_768 + 262_144);
    }

    @Test
    void aBatchCountsAsItsHighestReportWhateverItsOrder() {
        var seen = new HashSet<String>();
        for (var first : WORDS) {
            for (var second : WORDS) {
                for (var third : WORDS) {
                    var batch = List.of(report(first, 0), report(second, 1), report(third, 2));

                    var shown = StatusLattice.highest(batch).stream()
                            .map(highest -> StatusLattice.after("sending", highest.state()))
                            .toList();

                    assertThat(shown.isEmpty() ? "sending" : shown.getFirst())
                            .isEqualTo(expected(List.of(first, second, third)));
                    seen.addAll(shown);
                }
            }
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void ofEqualReportsTheEarliestSpeaks() {
        var late = report("failed", 5);
        var early = report("failed", 1);

        assertThat(StatusLattice.highest(List.of(late, early, report("sent", 0))))
                .containsExactly(early);
        assertThat(StatusLattice.highest(List.of(early, late))).containsExactly(early);
    }

    @Test
    void whatWeDecideStandsBelowWhatMetaSays() {
        for (var ours : List.of("canceled", "expired", "unknown")) {
            assertThat(StatusLattice.after("queued", ours)).isEqualTo(ours);
            assertThat(StatusLattice.after(ours, "accepted")).isEqualTo("sent");
        }
        assertThat(StatusLattice.after("unknown", "sending")).isEqualTo("unknown");
    }

    private void judge(List<String> reported, String shown) {
        if (!reported.isEmpty()) {
            sequences++;
            if (!shown.equals(expected(reported))) {
                throw new AssertionError("%s shows %s".formatted(reported, shown));
            }
        }
        if (reported.size() == REPORTS) {
            return;
        }
        for (var word : WORDS) {
            var after = StatusLattice.after(shown, word);
            if (LATTICE.indexOf(after) < LATTICE.indexOf(shown)) {
                throw new AssertionError("%s after %s went back from %s to %s".formatted(word, reported, shown, after));
            }
            reported.addLast(word);
            judge(reported, after);
            reported.removeLast();
        }
    }

    static String expected(Collection<String> reported) {
        var highest = 0;
        for (var word : reported) {
            highest = Math.max(highest, LATTICE.indexOf(word.equals("accepted") ? "sent" : word));
        }
        return LATTICE.get(highest);
    }

    private static StatusReport report(String state, int second) {
        return StatusReport.ours(MESSAGE, MESSAGE, state, NOON.plusSeconds(second), null, null);
    }
}
