package io.posthorn.media.media;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

/** How requests about files are refused. */
final class MediaProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.MEDIA_NOT_FOUND, 404, "Media not found");
    static final ProblemType EMPTY = new ProblemType(ErrorCode.MEDIA_EMPTY, 422, "The file is empty");
    static final ProblemType TOO_LARGE = new ProblemType(ErrorCode.MEDIA_TOO_LARGE, 413, "The file is too large");
    static final ProblemType TYPE_REFUSED =
            new ProblemType(ErrorCode.MEDIA_TYPE_REFUSED, 415, "Files of this type are not taken");
    static final ProblemType TYPE_MISMATCH =
            new ProblemType(ErrorCode.MEDIA_TYPE_MISMATCH, 422, "The file is not what it is said to be");

    private MediaProblems() {}
}
