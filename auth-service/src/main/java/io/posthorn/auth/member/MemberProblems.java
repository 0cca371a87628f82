package io.posthorn.auth.member;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class MemberProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.MEMBER_NOT_FOUND, 404, "Member not found");
    static final ProblemType LAST_OWNER =
            new ProblemType(ErrorCode.LAST_OWNER, 409, "A workspace cannot be without an owner");

    private MemberProblems() {}
}
