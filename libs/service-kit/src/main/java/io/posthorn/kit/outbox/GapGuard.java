package io.posthorn.kit.outbox;

import java.util.List;

/**
 * Decides how many rows of a page may be published. Sequences are drawn before commit, so a missing number is either a
 * transaction that is still running, whose row must go first, or one that was rolled back. A gap is passed only when every
 * transaction that had begun when it was first seen has ended and the number is still missing.
 *
 * <p>The mark for "had begun" is a transaction id that is drawn after the gap was seen: an appending transaction has its id
 * before it draws a number (see {@code next_outbox_sequence} in the kit's first migration), so its id is lower. A snapshot's
 * own xmax would not do: it follows the last transaction that ended, so one that still runs can stand above it.
 */
final class GapGuard {
    private static final long NONE = -1;

    private long gap = NONE;
    private long marked = NONE;
    private long mark;
    private long lastSeen;

    /** The rows up to the first gap that may still be filled. */
    List<OutboxRow> publishable(OutboxPage page) {
        gap = NONE;
        var expected = page.published() + 1;
        for (var index = 0; index < page.rows().size(); index++) {
            var row = page.rows().get(index);
            if (row.sequence() > expected && mayStillBeFilled(expected, page)) {
                gap = expected;
                lastSeen = page.rows().getLast().sequence();
                return page.rows().subList(0, index);
            }
            expected = row.sequence() + 1;
        }
        return page.rows();
    }

    /** True when the last page stopped at a gap. */
    boolean waiting() {
        return gap != NONE;
    }

    /** True when the gap cannot be judged before {@link #mark} was told. */
    boolean needsMark() {
        return waiting() && gap > marked;
    }

    /** Tells an id that was drawn after the last page was read: it judges every gap before the last row of that page. */
    void mark(long transactionId) {
        marked = lastSeen;
        mark = transactionId;
    }

    private boolean mayStillBeFilled(long missing, OutboxPage page) {
        return missing > marked || page.xmin() < mark;
    }
}
