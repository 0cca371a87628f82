package io.posthorn.messaging.sending;

import io.posthorn.messaging.content.Cargo;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.pacing.Turn;
import io.posthorn.messaging.queue.MarkedAttempt;
import java.util.UUID;

/** A message that is marked calling: it may be on its way to Meta from now on. */
record Call(UUID attemptId, Turn turn, Message message, Cargo cargo, String traceParent) {
    String recipient() {
        return turn.recipient();
    }

    MarkedAttempt attempt() {
        return new MarkedAttempt(attemptId, message.id(), 0);
    }
}
