package io.posthorn.cloudapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingBody;
import io.posthorn.cloudapi.message.OutgoingContacts;
import io.posthorn.cloudapi.message.OutgoingInteractive;
import io.posthorn.cloudapi.message.OutgoingLocation;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.OutgoingReaction;
import io.posthorn.cloudapi.message.OutgoingTemplate;
import io.posthorn.cloudapi.message.OutgoingText;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.posthorn.cloudapi.part.MediaKind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads messages that are written in Meta's words. Fails with {@link MalformedMessageException} when the form is wrong, and with
 * {@link io.posthorn.cloudapi.rule.InvalidMessageException} when rules are broken; both name every place.
 */
public final class MessageReader {
    public static final Set<String> TYPES = Set.of(
            "text",
            "image",
            "video",
            "audio",
            "document",
            "sticker",
            "location",
            "contacts",
            "interactive",
            "reaction",
            "template");

    private MessageReader() {}

    /** A whole body of {@code POST /{phone-number-id}/messages}: a message, or the receipt for one. */
    public static OutgoingBody body(JsonNode json) {
        var findings = new Findings();
        var body = Fields.read(json, "", findings, MessageReader::body);
        findings.enforce();
        return body.get();
    }

    /** What stands under the name of its type, for this recipient. */
    public static OutgoingMessage message(Envelope envelope, String type, JsonNode content) {
        var findings = new Findings();
        var wrapped = JsonNodeFactory.instance.objectNode().set(type, content);
        var message = Fields.read(wrapped, "", findings, fields -> content(fields, type, envelope));
        findings.enforce();
        return message.get();
    }

    private static Supplier<? extends OutgoingBody> body(Fields fields) {
        if (!"whatsapp".equals(fields.text("messaging_product"))) {
            fields.broken("messaging_product", "messaging_product_required", "It is always whatsapp");
        }
        return fields.has("status") ? receipt(fields) : message(fields);
    }

    private static Supplier<ReadReceipt> receipt(Fields fields) {
        if (!"read".equals(fields.text("status"))) {
            fields.broken("status", "status_unknown", "A message can be marked as read");
        }
        var id = fields.text("message_id");
        var typing = fields.object("typing_indicator", indicator -> {
            if (!"text".equals(indicator.text("type"))) {
                indicator.broken("type", "typing_type", "The indicator is of type text");
            }
            return true;
        });
        return () -> new ReadReceipt(id, typing.isPresent());
    }

    private static Supplier<OutgoingMessage> message(Fields fields) {
        var envelope = Envelopes.read(fields);
        return content(fields, fields.optional("type").orElse("text"), envelope);
    }

    /** The message is made when nothing else is wrong, and then looks at itself. */
    private static Supplier<OutgoingMessage> content(Fields fields, String type, Envelope envelope) {
        return switch (type) {
            case "text" ->
                fields.required(type, text -> {
                    var body = text.text("body");
                    var preview = text.flag("preview_url");
                    return () -> new OutgoingText(envelope, body, preview);
                });
            case "image" -> fields.required(type, media -> Media.message(media, envelope, MediaKind.IMAGE));
            case "video" -> fields.required(type, media -> Media.message(media, envelope, MediaKind.VIDEO));
            case "audio" -> fields.required(type, media -> Media.message(media, envelope, MediaKind.AUDIO));
            case "document" -> fields.required(type, media -> Media.message(media, envelope, MediaKind.DOCUMENT));
            case "sticker" -> fields.required(type, media -> Media.message(media, envelope, MediaKind.STICKER));
            case "location" ->
                fields.required(type, place -> {
                    var read = Places.read(place);
                    return () -> new OutgoingLocation(envelope, read);
                });
            case "contacts" -> {
                var cards = fields.objects(type, Cards::read);
                yield () -> new OutgoingContacts(envelope, cards);
            }
            case "interactive" ->
                fields.required(type, control -> {
                    var read = Controls.read(control);
                    return () -> new OutgoingInteractive(envelope, read.orElseThrow());
                });
            case "reaction" ->
                fields.required(type, reaction -> {
                    var id = reaction.text("message_id");
                    var emoji = reaction.raw("emoji");
                    return () -> new OutgoingReaction(envelope, id, emoji.orElse(null));
                });
            case "template" -> fields.required(type, template -> template(template, envelope));
            default -> {
                fields.broken("type", "type_unknown", "A message of this type is not known");
                fields.asWritten();
                yield () -> null;
            }
        };
    }

    private static Supplier<OutgoingMessage> template(Fields fields, Envelope envelope) {
        var name = fields.text("name");
        var language = fields.required("language", written -> {
            if (!"deterministic".equals(written.optional("policy").orElse("deterministic"))) {
                written.broken("policy", "language_policy", "The policy is deterministic");
            }
            return Optional.ofNullable(written.text("code"));
        });
        var components = fields.objects("components", TemplateValues::read);
        return () -> new OutgoingTemplate(envelope, name, language.orElse(null), components);
    }
}
