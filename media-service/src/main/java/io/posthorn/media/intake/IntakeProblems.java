package io.posthorn.media.intake;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

/** Why an upload is refused, besides what is wrong with the bytes themselves. */
final class IntakeProblems {
    static final ProblemType EMPTY = new ProblemType(ErrorCode.MEDIA_EMPTY, 422, "The file is empty");
    static final ProblemType TOO_LARGE = new ProblemType(ErrorCode.MEDIA_TOO_LARGE, 413, "The file is too large");
    static final ProblemType TYPE_MISMATCH =
            new ProblemType(ErrorCode.MEDIA_TYPE_MISMATCH, 422, "The file is not what it is said to be");

    private IntakeProblems() {}
}
