package io.posthorn.auth.operator;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class OperatorProblems {
    static final ProblemType CLAIM_REFUSED =
            new ProblemType(ErrorCode.OPERATOR_CLAIM_REFUSED, 403, "Nobody becomes an operator this way");
    static final ProblemType USER_NOT_FOUND = new ProblemType(ErrorCode.USER_NOT_FOUND, 404, "User not found");
    static final ProblemType WORKSPACE_NOT_FOUND =
            new ProblemType(ErrorCode.WORKSPACE_NOT_FOUND, 404, "Workspace not found");

    private OperatorProblems() {}
}
