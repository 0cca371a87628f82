package io.posthorn.messaging.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.OutgoingReaction;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.posthorn.cloudapi.message.Recipient;
import io.posthorn.cloudapi.reading.MalformedMessageException;
import io.posthorn.cloudapi.reading.MessageReader;
import io.posthorn.cloudapi.rule.InvalidMessageException;
import io.posthorn.messaging.content.Contents;
import io.posthorn.messaging.content.WrittenContent;
import io.posthorn.messaging.draft.MessageReference;

/** What a request in Meta's words asks for. */
sealed interface GraphRequest {
    record Send(WrittenContent content, MessageReference reference, String callbackData) implements GraphRequest {}

    record Receipt(String wamid, boolean typing) implements GraphRequest {}

    /** Fails with all that is wrong. */
    static GraphRequest read(JsonNode body) {
        try {
            return switch (MessageReader.body(body)) {
                case ReadReceipt receipt -> new Receipt(receipt.messageId(), receipt.typing());
                case OutgoingMessage message -> send(message);
            };
        } catch (MalformedMessageException malformed) {
            throw GraphProblems.malformed(malformed.violations());
        } catch (InvalidMessageException invalid) {
            throw GraphProblems.invalid(invalid.violations());
        }
    }

    private static Send send(OutgoingMessage message) {
        var envelope = message.envelope();
        if (envelope.recipient() instanceof Recipient.Group) {
            throw GraphProblems.notSupported("/recipient_type", "Messages to groups are not supported here");
        }
        if (envelope.identityKeyHash().isPresent()) {
            throw GraphProblems.notSupported(
                    "/recipient_identity_key_hash", "The check of identity changes is not supported here");
        }
        var content = Contents.of(message);
        return new Send(content, reference(message), envelope.callbackData().orElse(null));
    }

    /** An alias is our own id; anything else is looked up among the messages of the number. */
    private static MessageReference reference(OutgoingMessage message) {
        if (message instanceof OutgoingReaction reaction) {
            return reference(reaction.messageId(), "/reaction/message_id");
        }
        return message.envelope()
                .quotedMessageId()
                .map(wamid -> reference(wamid, "/context/message_id"))
                .orElse(null);
    }

    private static MessageReference reference(String wamid, String pointer) {
        return AliasWamid.messageId(wamid)
                .map(id -> MessageReference.of(id, pointer))
                .orElseGet(() -> MessageReference.ofWamid(wamid, pointer));
    }
}
