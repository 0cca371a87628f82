package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;

/** An emoji on a message of the customer's; an empty one takes the reaction back. It quotes nothing. */
public record OutgoingReaction(Envelope envelope, String messageId, String emoji) implements OutgoingMessage {
    private static final int MAX_EMOJI = 40;
    private static final int KEYCAP = 0x20E3;

    public OutgoingReaction {
        Violations.enforce(found -> {
            envelope.check(found);
            found.text("/reaction/message_id", "message_id", messageId, Envelope.MAX_WAMID);
            found.require(
                    emoji != null && (emoji.isEmpty() || isEmoji(emoji)),
                    "/reaction/emoji",
                    "emoji_format",
                    "A reaction is one emoji, or empty to take it back");
            found.require(
                    envelope.quotedMessageId().isEmpty(),
                    "/context",
                    "context_unexpected",
                    "A reaction names its message itself");
        });
    }

    /** Takes back the reaction on a message. */
    public static OutgoingReaction removal(Envelope envelope, String messageId) {
        return new OutgoingReaction(envelope, messageId, "");
    }

    @Override
    public String type() {
        return "reaction";
    }

    @Override
    public ObjectNode content() {
        return Json.object().put("message_id", messageId).put("emoji", emoji);
    }

    @Override
    public String toString() {
        return OutgoingMessage.described(this);
    }

    /** Not more than a look: which sequences are one emoji changes every year. */
    private static boolean isEmoji(String text) {
        return text.length() <= MAX_EMOJI
                && text.codePoints().anyMatch(OutgoingReaction::isPicture)
                && text.codePoints().noneMatch(one -> Character.isLetter(one) || Character.isWhitespace(one));
    }

    private static boolean isPicture(int character) {
        return Character.isEmojiPresentation(character)
                || Character.isExtendedPictographic(character)
                || character == KEYCAP;
    }
}
