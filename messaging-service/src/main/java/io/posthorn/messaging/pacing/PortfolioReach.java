package io.posthorn.messaging.pacing;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Meta's messaging limit of a business portfolio: how many different people may be written to first in a rolling day. The
 * day's people are kept where all numbers of the portfolio can see them; this decides who may join them.
 */
public final class PortfolioReach {
    public static final long DAY = 24 * 3_600_000L;
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private PortfolioReach() {}

    /**
     * @param reached how many different people were written to in the last day
     * @param known those of the wanted ones who are among them
     * @return who may be written to, in the order in which they were wanted
     */
    public static Set<String> admitted(int limit, int reached, Set<String> known, Iterable<String> wanted) {
        var admitted = new LinkedHashSet<String>();
        var fresh = new HashSet<String>();
        for (var recipient : wanted) {
            if (known.contains(recipient) || fresh.contains(recipient)) {
                admitted.add(recipient);
            } else if (reached + fresh.size() < limit) {
                fresh.add(recipient);
                admitted.add(recipient);
            }
        }
        return admitted;
    }
}
