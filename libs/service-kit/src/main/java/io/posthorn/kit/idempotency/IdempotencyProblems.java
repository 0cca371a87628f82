package io.posthorn.kit.idempotency;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class IdempotencyProblems {
    static final ProblemType KEY_INVALID =
            new ProblemType(ErrorCode.IDEMPOTENCY_KEY_INVALID, 400, "The idempotency key is malformed");
    static final ProblemType KEY_IN_USE =
            new ProblemType(ErrorCode.IDEMPOTENCY_KEY_IN_USE, 409, "A request with this key is still running");
    static final ProblemType KEY_REUSED =
            new ProblemType(ErrorCode.IDEMPOTENCY_KEY_REUSED, 422, "This key was used for another request");

    private IdempotencyProblems() {}
}
