package io.posthorn.kit.outbox;

import java.util.List;

/**
 * Decides how many rows of a page may be published. Sequences are drawn before commit, so a missing number is either a
 * transaction that is still running, whose row must go first, or one that was rolled back. A gap is passed only when every
 * transaction that ran when it was first seen has ended and the number is still missing. (An appending transaction has its
 * id before it draws a number: see {@code next_outbox_sequence} in the kit's first migration.)
 */
final class GapGuard {
    private long gapAfter = -1;
    private long openUntil;

    /** The rows up to the first gap that may still be filled. */
    List<OutboxRow> publishable(OutboxPage page) {
        var expected = page.published() + 1;
        for (var index = 0; index < page.rows().size(); index++) {
            var row = page.rows().get(index);
            if (row.sequence() > expected && mayStillBeFilled(expected, page)) {
                return page.rows().subList(0, index);
            }
            expected = row.sequence() + 1;
        }
        return page.rows();
    }

    /** True when the last page stopped at a gap. */
    boolean waiting() {
        return gapAfter >= 0;
    }

    private boolean mayStillBeFilled(long missing, OutboxPage page) {
        if (gapAfter != missing) {
            gapAfter = missing;
            openUntil = page.xmax();
        }
        if (page.xmin() < openUntil) {
            return true;
        }
        gapAfter = -1;
        return false;
    }
}
