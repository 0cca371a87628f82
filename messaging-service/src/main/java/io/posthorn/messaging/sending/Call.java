package io.posthorn.messaging.sending;

import io.posthorn.messaging.message.Message;
import java.util.Map;
import java.util.UUID;

/** A message that is marked calling: it may be on its way to Meta from now on. */
record Call(UUID attemptId, int number, String recipient, Message message, Map<UUID, String> providerMedia) {}
