package io.posthorn.auth.signin;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class SignInProblems {
    static final ProblemType INVALID_CREDENTIALS =
            new ProblemType(ErrorCode.INVALID_CREDENTIALS, 401, "E-mail address or password is wrong");

    private SignInProblems() {}
}
