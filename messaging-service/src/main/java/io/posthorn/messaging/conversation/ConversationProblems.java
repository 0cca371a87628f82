package io.posthorn.messaging.conversation;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import java.util.UUID;

public final class ConversationProblems {
    static final ProblemType NOT_FOUND =
            new ProblemType(ErrorCode.CONVERSATION_NOT_FOUND, 404, "Conversation not found");

    private ConversationProblems() {}

    public static ProblemException notFound(UUID id) {
        return new ProblemException(NOT_FOUND, "No conversation " + id);
    }
}
