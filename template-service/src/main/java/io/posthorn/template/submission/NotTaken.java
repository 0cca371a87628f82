package io.posthorn.template.submission;

import io.posthorn.kit.problem.ProblemException;

/** Meta certainly does not have what this attempt brought, so the content may change again. */
final class NotTaken extends RuntimeException {
    private final transient ProblemException problem;

    NotTaken(ProblemException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    ProblemException problem() {
        return problem;
    }
}
