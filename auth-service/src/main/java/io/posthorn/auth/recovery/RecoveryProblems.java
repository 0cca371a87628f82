package io.posthorn.auth.recovery;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class RecoveryProblems {
    static final ProblemType WRONG_PASSWORD =
            new ProblemType(ErrorCode.PASSWORD_WRONG, 422, "The current password is wrong");

    private RecoveryProblems() {}
}
