package io.posthorn.auth.workspace;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class WorkspaceProblems {
    static final ProblemType LIMIT_REACHED =
            new ProblemType(ErrorCode.WORKSPACE_LIMIT_REACHED, 409, "There are too many workspaces");
    static final ProblemType FULL =
            new ProblemType(ErrorCode.MEMBER_LIMIT_REACHED, 409, "The workspace has too many members");

    private WorkspaceProblems() {}
}
