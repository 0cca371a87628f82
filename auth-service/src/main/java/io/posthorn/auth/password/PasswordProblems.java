package io.posthorn.auth.password;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class PasswordProblems {
    static final ProblemType TOO_LONG =
            new ProblemType(ErrorCode.PASSWORD_TOO_LONG, 422, "The password is longer than 72 bytes");
    static final ProblemType TOO_COMMON =
            new ProblemType(ErrorCode.PASSWORD_TOO_COMMON, 422, "The password is too easy to guess");
    static final ProblemType BUSY = new ProblemType(ErrorCode.UNAVAILABLE, 503, "Too many logins at this moment");

    private PasswordProblems() {}
}
