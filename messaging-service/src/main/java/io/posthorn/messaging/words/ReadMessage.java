package io.posthorn.messaging.words;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.event.CoexistenceEvent;
import io.posthorn.cloudapi.inbound.InboundContent;
import io.posthorn.cloudapi.inbound.MessageContext;
import io.posthorn.cloudapi.inbound.Referral;
import io.posthorn.cloudapi.part.Read;
import io.posthorn.cloudapi.webhook.DeliveryError;
import io.posthorn.cloudapi.webhook.InboundMessage;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A message of either side as it is stored.
 *
 * @param raw what Meta sent; null where nothing of it is missing in {@code content}
 * @param file the file that it carries; null without one
 */
public record ReadMessage(
        String wamid, String type, JsonObject content, JsonObject raw, File file, Optional<Instant> writtenAt) {
    /** Plain texts are most of what comes: all that they have stands in their content. */
    private static final Set<String> OF_PLAIN_TEXT =
            Set.of("from", "from_user_id", "id", "timestamp", "type", "text", "context", "to", "to_user_id");

    private static final Set<String> OF_PLAIN_CONTEXT = Set.of("from", "id", "forwarded", "frequently_forwarded");

    /** A file at Meta. */
    public record File(String providerMediaId, String mimeType, String sha256, String fileName) {}

    public static ReadMessage of(InboundMessage message) {
        var words = words(message.type(), message.content(), message.raw());
        words.put("errors", message.errors().stream().map(ReadMessage::error).toList());
        return of(message.id(), message.type(), message.timestamp(), message.content(), message.raw(), words);
    }

    /** Of the other side of the conversation. */
    public static ReadMessage of(CoexistenceEvent.Message message) {
        var words = words(message.type(), message.content(), message.raw());
        return of(message.id(), message.type(), message.timestamp(), message.content(), message.raw(), words);
    }

    private static Words words(String told, InboundContent content, JsonNode raw) {
        var words = InboundWords.of(told, content);
        context(words, MessageContext.of(raw.path("context")));
        Referral.of(raw.path("referral")).ifPresent(referral -> words.put("referral", referral(referral)));
        return words.put("groupId", Read.text(raw, "group_id"));
    }

    private static ReadMessage of(
            String wamid, String told, Optional<Instant> writtenAt, InboundContent content, JsonNode raw, Words words) {
        return new ReadMessage(
                wamid,
                InboundWords.type(told, content),
                words.json(),
                isWhole(content, raw) ? null : Storable.json(raw),
                file(content),
                writtenAt);
    }

    private static void context(Words words, MessageContext context) {
        words.put("contextMessageId", context.messageId())
                .putIf("forwarded", context.forwarded())
                .putIf("frequentlyForwarded", context.frequentlyForwarded());
        context.product()
                .ifPresent(product -> words.put(
                        "product",
                        new Words().put("catalogId", product.catalogId()).put("productId", product.productId())));
    }

    private static Words referral(Referral referral) {
        return new Words()
                .put("sourceUrl", referral.sourceUrl())
                .put("sourceId", referral.sourceId())
                .put("sourceType", referral.sourceType())
                .put("headline", referral.headline())
                .put("body", referral.body())
                .put("mediaType", referral.mediaType())
                .put("imageUrl", referral.imageUrl())
                .put("videoUrl", referral.videoUrl())
                .put("thumbnailUrl", referral.thumbnailUrl())
                .put("clickId", referral.clickId())
                .put("welcomeText", referral.welcomeText());
    }

    private static Words error(DeliveryError error) {
        return new Words().put("code", error.code()).put("title", error.title()).put("details", error.details());
    }

    /** Of unknown ones the content itself holds all that came. */
    private static boolean isWhole(InboundContent content, JsonNode raw) {
        return switch (content) {
            case InboundContent.Unknown unknown -> true;
            case InboundContent.Text text ->
                names(raw, OF_PLAIN_TEXT)
                        && names(raw.path("text"), Set.of("body"))
                        && names(raw.path("context"), OF_PLAIN_CONTEXT);
            default -> false;
        };
    }

    private static boolean names(JsonNode object, Set<String> known) {
        return object.propertyStream().allMatch(property -> known.contains(property.getKey()));
    }

    private static File file(InboundContent content) {
        return content instanceof InboundContent.Media(var media)
                ? new File(
                        Storable.text(media.id()),
                        media.mimeType().map(Storable::text).orElse(null),
                        media.sha256().map(Storable::text).orElse(null),
                        media.filename().map(Storable::text).orElse(null))
                : null;
    }

    @Override
    public String toString() {
        return "ReadMessage[%s, %s]".formatted(wamid, type);
    }
}
