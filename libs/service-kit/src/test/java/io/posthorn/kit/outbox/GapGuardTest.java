package io.posthorn.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapGuardTest {
    private final GapGuard guard = new GapGuard();

    @Test
    void publishesWhatFollowsWithoutGap() {
        var page = page(10, 100, 100, 11, 12, 13);

        assertThat(published(page)).containsExactly(11L, 12L, 13L);
    }

    @Test
    void waitsAtANumberWhoseTransactionMayStillCommit() {
        var page = page(10, 90, 101, 11, 13, 14);

        assertThat(published(page)).containsExactly(11L);
        assertThat(guard.waiting()).isTrue();
    }

    @Test
    void passesANumberThatWasRolledBack() {
        published(page(10, 90, 101, 12));

        var later = published(page(10, 101, 105, 12));

        assertThat(later).containsExactly(12L);
        assertThat(guard.waiting()).isFalse();
    }

    @Test
    void waitsUntilEveryTransactionThatRanAtFirstSightHasEnded() {
        published(page(10, 90, 101, 12));

        assertThat(published(page(10, 100, 150, 12))).isEmpty();
        assertThat(published(page(10, 101, 150, 12))).containsExactly(12L);
    }

    @Test
    void publishesTheMissingOneFirstWhenItCommits() {
        published(page(10, 90, 101, 12));

        assertThat(published(page(10, 95, 120, 11, 12))).containsExactly(11L, 12L);
    }

    @Test
    void looksAtEachGapAnew() {
        published(page(10, 90, 101, 12));

        assertThat(published(page(10, 101, 130, 12, 14))).containsExactly(12L);
        assertThat(published(page(12, 129, 140, 14))).isEmpty();
        assertThat(published(page(12, 130, 140, 14))).containsExactly(14L);
    }

    @Test
    void aGapIsNoGapWhenNothingRan() {
        assertThat(published(page(10, 101, 101, 12))).containsExactly(12L);
    }

    private List<Long> published(OutboxPage page) {
        return guard.publishable(page).stream().map(OutboxRow::sequence).toList();
    }

    private static OutboxPage page(long published, long xmin, long xmax, long... sequences) {
        return new OutboxPage(
                published,
                xmin,
                xmax,
                LongStream.of(sequences).mapToObj(GapGuardTest::row).toList());
    }

    private static OutboxRow row(long sequence) {
        var id = new UUID(0, sequence);
        return new OutboxRow(sequence, id, id, "topic", id, "type", 1, new byte[0], "", Instant.EPOCH);
    }
}
