package io.posthorn.messaging.sending;

import io.posthorn.messaging.message.Message;
import java.util.Map;
import java.util.UUID;

/** A claimed message that may leave, with Meta's ids of the files that it carries. */
record Departure(Message message, String recipient, Map<UUID, String> providerMedia) {}
