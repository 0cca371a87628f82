package io.posthorn.messaging.conversation;

import java.util.UUID;

/** Who talks: one channel and one contact. */
public record Parties(UUID channelId, UUID contactId) {}
