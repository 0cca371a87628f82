package io.posthorn.media.format;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;

/** Why the bytes of a file are refused. */
public final class FormatProblems {
    public static final ProblemType TYPE_REFUSED =
            new ProblemType(ErrorCode.MEDIA_TYPE_REFUSED, 415, "Files of this type are not taken");
    public static final ProblemType INCOMPLETE =
            new ProblemType(ErrorCode.MEDIA_INCOMPLETE, 422, "The file is incomplete");

    private FormatProblems() {}

    static ProblemException refused(String detail) {
        return new ProblemException(TYPE_REFUSED, detail);
    }

    static ProblemException incomplete(String what) {
        return new ProblemException(INCOMPLETE, "The %s ends too early or is damaged".formatted(what));
    }
}
