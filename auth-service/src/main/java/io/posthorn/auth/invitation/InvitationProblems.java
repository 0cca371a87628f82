package io.posthorn.auth.invitation;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class InvitationProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.INVITATION_NOT_FOUND, 404, "Invitation not found");
    static final ProblemType ALREADY_MEMBER = new ProblemType(ErrorCode.ALREADY_MEMBER, 409, "Is a member already");
    static final ProblemType LIMIT_REACHED =
            new ProblemType(ErrorCode.INVITATION_LIMIT_REACHED, 409, "There are too many invitations");
    static final ProblemType WRONG_PASSWORD =
            new ProblemType(ErrorCode.INVALID_CREDENTIALS, 401, "E-mail address or password is wrong");

    private InvitationProblems() {}
}
