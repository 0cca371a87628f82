package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.interactive.Interactive;
import io.posthorn.cloudapi.rule.Violations;

/** A message that the customer answers with a tap. */
public record OutgoingInteractive(Envelope envelope, Interactive interactive) implements OutgoingMessage {
    public OutgoingInteractive {
        Violations.enforce(found -> {
            envelope.check(found);
            interactive.check(found, "/interactive");
        });
    }

    @Override
    public String type() {
        return "interactive";
    }

    @Override
    public ObjectNode content() {
        return interactive.toJson();
    }

    @Override
    public String toString() {
        return OutgoingMessage.described(this);
    }
}
