package io.posthorn.auth.guard;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class GuardProblems {
    static final ProblemType TOO_MANY =
            new ProblemType(ErrorCode.LOGIN_THROTTLED, 429, "There were too many wrong passwords");

    private GuardProblems() {}
}
