package io.posthorn.gateway.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One row of the rules: which requests it means, how they are counted. */
public record LimitRule(List<String> pattern, Set<String> methods, LimitClass limitClass, boolean perItem) {
    private static final String ANY = "*";
    private static final String REST = "**";

    static final LimitRule ORDINARY = new LimitRule(List.of(REST), Set.of(), LimitClass.API, false);

    static LimitRule of(LimitsConfig.RuleConfig row) {
        return new LimitRule(
                segments(row.path()), Set.copyOf(row.methods()), row.limit(), row.cost() == LimitsConfig.Cost.ITEMS);
    }

    /** Whether the body says how much this costs. */
    public boolean looksIntoBody() {
        return perItem;
    }

    boolean covers(String method, List<String> path) {
        if (!methods.contains(method)) {
            return false;
        }
        boolean open = REST.equals(pattern.getLast());
        int length = open ? pattern.size() - 1 : pattern.size();
        if (path.size() < length || (!open && path.size() > length)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of two rules that cover a path, the one that names more of it is meant. */
    long precision() {
        return pattern.stream()
                .filter(segment -> !segment.equals(ANY) && !segment.equals(REST))
                .count();
    }

    static List<String> segments(String path) {
        return Arrays.asList(path.split("/"));
    }
}
