package io.posthorn.auth.account;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class AccountProblems {
    static final ProblemType EMAIL_TAKEN =
            new ProblemType(ErrorCode.EMAIL_TAKEN, 409, "An account with this e-mail address exists");

    private AccountProblems() {}
}
