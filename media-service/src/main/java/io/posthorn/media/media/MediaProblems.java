package io.posthorn.media.media;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

/** How requests about stored files are refused. */
final class MediaProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.MEDIA_NOT_FOUND, 404, "Media not found");
    static final ProblemType RANGE_NOT_SATISFIABLE =
            new ProblemType(ErrorCode.RANGE_NOT_SATISFIABLE, 416, "The file has no such piece");

    private MediaProblems() {}
}
