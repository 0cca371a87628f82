package io.posthorn.messaging.realtime;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class RealtimeProblems {
    static final ProblemType TOO_MANY_STREAMS =
            new ProblemType(ErrorCode.RATE_LIMITED, 429, "Too many event streams are open");

    private RealtimeProblems() {}
}
