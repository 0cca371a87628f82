package io.posthorn.cloudapi.templatecheck;

import java.util.List;
import java.util.Optional;

/** One rule that is broken: where (JSON pointer), which, a sentence for people, and what would mend it. */
public record Finding(String pointer, Rule rule, String message, Optional<Fix> fix) {
    public String code() {
        return rule.code();
    }

    public Severity severity() {
        return rule.severity();
    }

    public boolean isRefusal() {
        return rule.severity() == Severity.REFUSED;
    }

    /** Those for which Meta will not take the template. */
    public static List<Finding> refusals(List<Finding> findings) {
        return findings.stream().filter(Finding::isRefusal).toList();
    }
}
