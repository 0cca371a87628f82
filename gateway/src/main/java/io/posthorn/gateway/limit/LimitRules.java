package io.posthorn.gateway.limit;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

/** Finds how a request is counted; what no rule names belongs to the class api. */
@Singleton
class LimitRules {
    private final List<LimitRule> mostPreciseFirst;

    LimitRules(LimitsConfig config) {
        this.mostPreciseFirst = config.rules().values().stream()
                .map(LimitRule::of)
                .sorted(Comparator.comparingLong(LimitRule::precision).reversed())
                .toList();
    }

    /** The path is compared as the service will read it: an escaped letter is no way around a rule. */
    LimitRule find(String method, String path) {
        var segments = LimitRule.segments(URI.create(path).getPath());
        return mostPreciseFirst.stream()
                .filter(rule -> rule.covers(method, segments))
                .findFirst()
                .orElse(LimitRule.ORDINARY);
    }
}
