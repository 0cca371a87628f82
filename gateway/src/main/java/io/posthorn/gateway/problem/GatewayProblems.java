package io.posthorn.gateway.problem;

import io.posthorn.contracts.ErrorCode;

/** All refusals that the gateway itself can give. */
public final class GatewayProblems {
    public static final ProblemType MALFORMED =
            new ProblemType(ErrorCode.MALFORMED_REQUEST, 400, "The request could not be read");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType(ErrorCode.UNAUTHENTICATED, 401, "Authentication is required");
    public static final ProblemType SESSION_REVOKED =
            new ProblemType(ErrorCode.SESSION_REVOKED, 401, "The session has ended");
    public static final ProblemType INSUFFICIENT_SCOPE =
            new ProblemType(ErrorCode.INSUFFICIENT_SCOPE, 403, "The scopes do not allow this");
    public static final ProblemType FORBIDDEN = new ProblemType(ErrorCode.FORBIDDEN, 403, "Not allowed");
    public static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.NOT_FOUND, 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType(ErrorCode.METHOD_NOT_ALLOWED, 405, "Method not allowed");
    public static final ProblemType REQUEST_TIMEOUT =
            new ProblemType(ErrorCode.MALFORMED_REQUEST, 408, "The request body did not arrive in time");
    public static final ProblemType TOO_LARGE =
            new ProblemType(ErrorCode.PAYLOAD_TOO_LARGE, 413, "The request body is too large");
    public static final ProblemType URI_TOO_LONG =
            new ProblemType(ErrorCode.MALFORMED_REQUEST, 414, "The address is too long");
    public static final ProblemType RATE_LIMITED = new ProblemType(ErrorCode.RATE_LIMITED, 429, "Too many requests");
    public static final ProblemType HEADERS_TOO_LARGE =
            new ProblemType(ErrorCode.MALFORMED_REQUEST, 431, "The headers are too large");
    public static final ProblemType VERSION_NOT_SUPPORTED =
            new ProblemType(ErrorCode.MALFORMED_REQUEST, 505, "This version of HTTP is not spoken here");
    public static final ProblemType INTERNAL =
            new ProblemType(ErrorCode.INTERNAL_ERROR, 500, "Something went wrong on our side");
    public static final ProblemType UPSTREAM_UNAVAILABLE =
            new ProblemType(ErrorCode.UPSTREAM_UNAVAILABLE, 502, "A part of Posthorn cannot be reached");
    public static final ProblemType UNAVAILABLE =
            new ProblemType(ErrorCode.UNAVAILABLE, 503, "Temporarily unavailable");
    public static final ProblemType UPSTREAM_TIMEOUT =
            new ProblemType(ErrorCode.UPSTREAM_TIMEOUT, 504, "A part of Posthorn did not answer in time");

    private GatewayProblems() {}
}
