package io.posthorn.auth.apikey;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class ApiKeyProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.API_KEY_NOT_FOUND, 404, "API key not found");
    static final ProblemType LIMIT_REACHED =
            new ProblemType(ErrorCode.API_KEY_LIMIT_REACHED, 409, "There are too many API keys");

    static final ProblemType NOT_LIVE =
            new ProblemType(ErrorCode.API_KEY_NOT_LIVE, 409, "The API key was revoked or has expired");

    private ApiKeyProblems() {}
}
