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
        assertThat(published(page(10, 100, 11, 12, 13))).containsExactly(11L, 12L, 13L);
        assertThat(guard.waiting()).isFalse();
    }

    @Test
    void stopsAtAMissingNumberAndAsksForAMark() {
        assertThat(published(page(10, 100, 11, 13, 14))).containsExactly(11L);
        assertThat(guard.waiting()).isTrue();
        assertThat(guard.needsMark()).isTrue();
    }

    @Test
    void passesNoGapWithoutAMarkWhateverTheSnapshotSays() {
        published(page(10, 100, 12));

        assertThat(published(page(10, 1000, 12))).isEmpty();
    }

    @Test
    void waitsUntilEveryTransactionBelowTheMarkHasEnded() {
        published(page(10, 90, 12));
        guard.mark(101);

        assertThat(published(page(10, 100, 12))).isEmpty();
        assertThat(guard.needsMark()).isFalse();
        assertThat(published(page(10, 101, 12))).containsExactly(12L);
        assertThat(guard.waiting()).isFalse();
    }

    @Test
    void publishesTheMissingOneFirstWhenItCommits() {
        published(page(10, 90, 12));
        guard.mark(101);

        assertThat(published(page(10, 95, 11, 12))).containsExactly(11L, 12L);
    }

    @Test
    void oneMarkJudgesAllGapsThatWereSeenThen() {
        published(page(10, 90, 12, 14));
        guard.mark(101);

        assertThat(published(page(10, 101, 12, 14))).containsExactly(12L, 14L);
    }

    @Test
    void aGapThatShowsLaterNeedsAMarkOfItsOwn() {
        published(page(10, 90, 12));
        guard.mark(101);

        assertThat(published(page(10, 101, 12, 14))).containsExactly(12L);
        assertThat(guard.needsMark()).isTrue();
        guard.mark(140);
        assertThat(published(page(12, 139, 14))).isEmpty();
        assertThat(published(page(12, 140, 14))).containsExactly(14L);
    }

    private List<Long> published(OutboxPage page) {
        return guard.publishable(page).stream().map(OutboxRow::sequence).toList();
    }

    private static OutboxPage page(long published, long xmin, long... sequences) {
        return new OutboxPage(
                published,
                xmin,
                LongStream.of(sequences).mapToObj(GapGuardTest::row).toList());
    }

    private static OutboxRow row(long sequence) {
        var id = new UUID(0, sequence);
        return new OutboxRow(sequence, id, id, "topic", id, "type", 1, new byte[0], "", Instant.EPOCH);
    }
}
