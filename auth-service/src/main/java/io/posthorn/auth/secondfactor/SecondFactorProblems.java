package io.posthorn.auth.secondfactor;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class SecondFactorProblems {
    static final ProblemType NEEDED =
            new ProblemType(ErrorCode.SECOND_FACTOR_REQUIRED, 401, "A second factor is required");
    static final ProblemType WRONG = new ProblemType(ErrorCode.SECOND_FACTOR_WRONG, 422, "The code is wrong");
    static final ProblemType CHALLENGE_INVALID =
            new ProblemType(ErrorCode.CHALLENGE_INVALID, 401, "The login has to begin anew");
    static final ProblemType ENABLED =
            new ProblemType(ErrorCode.SECOND_FACTOR_ENABLED, 409, "There is an authenticator already");
    static final ProblemType NOT_ENABLED =
            new ProblemType(ErrorCode.SECOND_FACTOR_NOT_ENABLED, 409, "There is no authenticator");
    static final ProblemType WRONG_PASSWORD =
            new ProblemType(ErrorCode.PASSWORD_WRONG, 422, "The current password is wrong");

    private SecondFactorProblems() {}
}
