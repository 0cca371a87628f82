package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.Recipient;

/** Reads what every message has besides its content. */
final class Envelopes {
    private Envelopes() {}

    static Envelope read(Fields fields) {
        var recipient = recipient(fields);
        var quoted = fields.object("context", context -> {
            var id = context.text("message_id");
            if (id == null) {
                context.broken("message_id", "quoted_message_id_required", "Name the message that is answered");
            }
            return id;
        });
        return new Envelope(
                recipient,
                quoted,
                fields.raw("biz_opaque_callback_data"),
                fields.optional("recipient_identity_key_hash"));
    }

    /** Where both are given the phone wins, as at Meta. */
    private static Recipient recipient(Fields fields) {
        var kind = fields.optional("recipient_type").orElse("individual");
        var to = fields.word("to");
        var user = fields.optional("recipient");
        if (!kind.equals("individual") && !kind.equals("group")) {
            fields.broken("recipient_type", "recipient_type", "A recipient is individual or group");
        }
        if (kind.equals("group")) {
            return new Recipient.Group(to.orElse(null));
        }
        return to.isEmpty() && user.isPresent() ? new Recipient.User(user.get()) : new Recipient.Phone(to.orElse(null));
    }
}
