package io.posthorn.messaging.message;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class MessageProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.MESSAGE_NOT_FOUND, 404, "Message not found");

    private MessageProblems() {}
}
