package io.posthorn.messaging.status;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The written lattice: how high each state stands. A message shows the highest that was ever reported of it, so every order of
 * arrival ends the same, and what it shows never goes back. The database has the same table as {@code status_rank}.
 */
final class StatusLattice {
    /** What our own work comes to stands below all that Meta can say. */
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("scheduled", 0),
            Map.entry("held", 1),
            Map.entry("queued", 2),
            Map.entry("sending", 3),
            Map.entry("unknown", 4),
            Map.entry("canceled", 5),
            Map.entry("expired", 5),
            Map.entry("accepted", 6),
            Map.entry("sent", 6),
            Map.entry("failed", 7),
            Map.entry("delivered", 8),
            Map.entry("read", 9),
            Map.entry("played", 10));

    private static final int UNKNOWN = RANKS.get("unknown");
    private static final int NOWHERE = -1;
    private static final Comparator<StatusReport> HIGHEST = Comparator.comparingInt(
                    (StatusReport report) -> rank(report.state()))
            .thenComparing(StatusReport::at, Comparator.reverseOrder());

    private StatusLattice() {}

    /** Words that nobody has taught us stand nowhere: they are kept in the ledger and change nothing. */
    static int rank(String state) {
        return RANKS.getOrDefault(state, NOWHERE);
    }

    /** What a message shows that showed one state, after another was reported. */
    static String after(String shown, String reported) {
        return isReport(reported) && rank(reported) > rank(shown) ? shownAs(reported) : shown;
    }

    /** Of each message the highest report, the earliest of equals; without those that change nothing. */
    static Collection<StatusReport> highest(List<StatusReport> reports) {
        var highest = new LinkedHashMap<Object, StatusReport>();
        for (var report : reports) {
            if (isReport(report.state())) {
                highest.merge(
                        report.messageId(), report, (one, other) -> HIGHEST.compare(other, one) > 0 ? other : one);
            }
        }
        return highest.values();
    }

    /** That Meta accepted a message is as good as that it left. */
    static String shownAs(String state) {
        return state.equals("accepted") ? "sent" : state;
    }

    private static boolean isReport(String state) {
        return rank(state) >= UNKNOWN;
    }
}
