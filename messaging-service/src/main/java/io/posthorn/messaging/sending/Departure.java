package io.posthorn.messaging.sending;

import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.pacing.Turn;
import java.util.Map;
import java.util.UUID;

/** A claimed message that may leave when its turn comes, with Meta's ids of the files that it carries. */
record Departure(Message message, Turn turn, Map<UUID, String> providerMedia) {}
