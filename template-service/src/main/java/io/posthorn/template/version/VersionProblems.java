package io.posthorn.template.version;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;

/** How requests about versions are refused. */
public final class VersionProblems {
    private static final ProblemType NEEDED =
            new ProblemType(ErrorCode.TEMPLATE_APPROVAL_NEEDED, 409, "A second person has to approve the version");
    private static final ProblemType OWN = new ProblemType(ErrorCode.FORBIDDEN, 403, "Not allowed");
    private static final ProblemType NONE = new ProblemType(ErrorCode.TEMPLATE_NOT_FOUND, 404, "Template not found");

    private VersionProblems() {}

    public static ProblemException approvalNeeded(int version) {
        return new ProblemException(NEEDED, "Version %d was not approved".formatted(version));
    }

    static ProblemException own(int version) {
        return new ProblemException(OWN, "Whoever wrote version %d cannot approve it".formatted(version));
    }

    static ProblemException noneApproved() {
        return new ProblemException(NONE, "No older version was approved; name the version that shall come back");
    }
}
