package io.posthorn.kit.problem;

import io.posthorn.contracts.ErrorCode;

/** Refusals that any endpoint can give. */
public final class CommonProblems {
    public static final ProblemType MALFORMED =
            new ProblemType(ErrorCode.MALFORMED_REQUEST, 400, "The request could not be read");
    public static final ProblemType INVALID =
            new ProblemType(ErrorCode.INVALID_REQUEST, 422, "The request breaks a rule");
    public static final ProblemType INVALID_PARAMETER =
            new ProblemType(ErrorCode.INVALID_REQUEST, 400, "A parameter is not valid");
    public static final ProblemType INVALID_CURSOR =
            new ProblemType(ErrorCode.INVALID_CURSOR, 400, "The cursor is not valid");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType(ErrorCode.UNAUTHENTICATED, 401, "Authentication is required");
    public static final ProblemType FORBIDDEN = new ProblemType(ErrorCode.FORBIDDEN, 403, "Not allowed");
    public static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.NOT_FOUND, 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType(ErrorCode.METHOD_NOT_ALLOWED, 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType(ErrorCode.NOT_ACCEPTABLE, 406, "No acceptable representation");
    public static final ProblemType CONFLICT = new ProblemType(ErrorCode.CONFLICT, 409, "Conflict");
    public static final ProblemType TOO_LARGE =
            new ProblemType(ErrorCode.PAYLOAD_TOO_LARGE, 413, "The request body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType(ErrorCode.UNSUPPORTED_MEDIA_TYPE, 415, "Unsupported media type");
    public static final ProblemType INTERNAL =
            new ProblemType(ErrorCode.INTERNAL_ERROR, 500, "Something went wrong on our side");
    public static final ProblemType UNAVAILABLE =
            new ProblemType(ErrorCode.UNAVAILABLE, 503, "Temporarily unavailable");

    private CommonProblems() {}
}
