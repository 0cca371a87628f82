package io.posthorn.template.quota;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How steps are refused that Meta would not take now. */
final class QuotaProblems {
    private static final ProblemType REACHED =
            new ProblemType(ErrorCode.TEMPLATE_QUOTA_REACHED, 429, "Meta's limit for templates is reached");
    private static final ProblemType NAME_LOCKED =
            new ProblemType(ErrorCode.TEMPLATE_NAME_LOCKED, 409, "The name is locked after a deletion");

    private QuotaProblems() {}

    static ProblemException reached(String rule, Instant free, Instant now) {
        return new ProblemException(REACHED, "%s; the next one works from %s".formatted(rule, free))
                .retryAfter(Duration.between(now, free));
    }

    static ProblemException nameLocked(Step step, Instant free, Instant now) {
        return new ProblemException(
                        NAME_LOCKED,
                        "Meta locks %s in %s until %s, because an approved template of that name was deleted; take another name"
                                .formatted(step.name(), step.language(), free),
                        List.of(new Violation(
                                "/name",
                                "template_name_locked",
                                "Take another name, such as %s_2".formatted(step.name()))))
                .retryAfter(Duration.between(now, free));
    }
}
