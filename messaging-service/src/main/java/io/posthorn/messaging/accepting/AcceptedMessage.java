package io.posthorn.messaging.accepting;

import java.util.UUID;

/** The answer to a message that was taken over: from here on it is never lost. */
public record AcceptedMessage(UUID id, String status, UUID conversationId, UUID channelId) {}
