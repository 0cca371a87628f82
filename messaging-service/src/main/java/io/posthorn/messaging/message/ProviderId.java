package io.posthorn.messaging.message;

import java.util.UUID;

/** Meta's id of a message and ours. The attempt is null for what came in. */
public record ProviderId(UUID channelId, String wamid, UUID messageId, UUID attemptId) {}
