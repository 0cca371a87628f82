package io.posthorn.auth.application;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class ApplicationProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.APPLICATION_NOT_FOUND, 404, "Application not found");
    static final ProblemType LIMIT_REACHED =
            new ProblemType(ErrorCode.APPLICATION_LIMIT_REACHED, 409, "There are too many applications");
    static final ProblemType HAS_NO_SECRET =
            new ProblemType(ErrorCode.APPLICATION_HAS_NO_SECRET, 409, "A public application has no secret");

    private ApplicationProblems() {}
}
