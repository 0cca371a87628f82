package io.posthorn.auth.signin;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class SignInProblems {
    static final ProblemType INVALID_CREDENTIALS =
            new ProblemType(ErrorCode.INVALID_CREDENTIALS, 401, "E-mail address or password is wrong");

    static final ProblemType WRONG_CODE = new ProblemType(ErrorCode.SECOND_FACTOR_WRONG, 401, "The code is wrong");

    private SignInProblems() {}
}
