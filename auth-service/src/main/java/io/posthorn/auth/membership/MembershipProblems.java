package io.posthorn.auth.membership;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class MembershipProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.WORKSPACE_NOT_FOUND, 404, "Workspace not found");

    private MembershipProblems() {}
}
