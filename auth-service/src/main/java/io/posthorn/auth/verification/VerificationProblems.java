package io.posthorn.auth.verification;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class VerificationProblems {
    static final ProblemType TOO_MANY_LETTERS =
            new ProblemType(ErrorCode.RATE_LIMITED, 429, "There were enough letters");

    private VerificationProblems() {}
}
