package io.posthorn.auth.session;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class SessionProblems {
    static final ProblemType REFRESH_TOKEN_INVALID =
            new ProblemType(ErrorCode.REFRESH_TOKEN_INVALID, 401, "The refresh token is not valid");

    private SessionProblems() {}
}
