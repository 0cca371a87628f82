package io.posthorn.template.builder.session;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

/** How requests to the builder are refused. */
public final class BuilderProblems {
    public static final ProblemType NOT_FOUND =
            new ProblemType(ErrorCode.BUILDER_SESSION_NOT_FOUND, 404, "There is no such session, or it is over");
    public static final ProblemType ENDED =
            new ProblemType(ErrorCode.BUILDER_SESSION_ENDED, 409, "The session takes no more turns");
    public static final ProblemType TOO_MANY =
            new ProblemType(ErrorCode.BUILDER_SESSION_LIMIT_REACHED, 409, "The workspace has too many sessions");
    public static final ProblemType INCOMPLETE =
            new ProblemType(ErrorCode.TEMPLATE_INVALID, 422, "The draft is not finished");

    private BuilderProblems() {}
}
