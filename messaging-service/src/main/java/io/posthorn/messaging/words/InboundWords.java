package io.posthorn.messaging.words;

import io.posthorn.cloudapi.inbound.InboundContact;
import io.posthorn.cloudapi.inbound.InboundContent;
import io.posthorn.cloudapi.inbound.InboundMedia;
import io.posthorn.cloudapi.inbound.InboundReply;
import io.posthorn.cloudapi.inbound.OrderItem;
import io.posthorn.cloudapi.inbound.SystemNotice;
import java.util.Locale;

/**
 * What customers send, in the words in which we send: the content of a message as it is stored and shown. Types that are not
 * known become {@code unknown} and keep their name and all that came.
 */
public final class InboundWords {
    private static final String UNKNOWN = "unknown";

    private InboundWords() {}

    /** The type as it is shown; {@code told} is Meta's name of it. */
    public static String type(String told, InboundContent content) {
        return switch (content) {
            case InboundContent.Media media -> media.media().kind().name().toLowerCase(Locale.ROOT);
            case InboundContent.Unsupported unsupported -> "unsupported";
            case InboundContent.Unknown unknown -> UNKNOWN;
            default -> told;
        };
    }

    public static Words of(String told, InboundContent content) {
        return switch (content) {
            case InboundContent.Text text -> new Words().put("body", text.body());
            case InboundContent.Media media -> media(media.media());
            case InboundContent.Location place ->
                new Words()
                        .put("latitude", place.latitude())
                        .put("longitude", place.longitude())
                        .put("name", place.name())
                        .put("address", place.address())
                        .put("url", place.url());
            case InboundContent.Contacts cards ->
                new Words()
                        .put(
                                "contacts",
                                cards.contacts().stream()
                                        .map(InboundWords::card)
                                        .toList());
            case InboundContent.Reaction reaction ->
                new Words().put("messageId", reaction.messageId()).put("emoji", reaction.emoji());
            case InboundContent.Order order ->
                new Words()
                        .put("catalogId", order.catalogId())
                        .put("text", order.text())
                        .put(
                                "items",
                                order.items().stream().map(InboundWords::item).toList());
            case InboundContent.Welcome welcome -> new Words();
            case InboundContent.Edit edit -> of(edit.type(), edit.content());
            case InboundContent.Revocation revocation -> new Words();
            case InboundContent.Unsupported unsupported -> new Words().put("kind", unsupported.kind());
            case InboundContent.Unknown unknown ->
                new Words()
                        .put("type", unknown.type().isEmpty() ? told : unknown.type())
                        .put("raw", unknown.raw());
            case InboundReply reply -> reply(reply);
            case SystemNotice notice -> notice(notice);
        };
    }

    private static Words media(InboundMedia media) {
        return new Words()
                .put("providerMediaId", media.id())
                .put("mimeType", media.mimeType())
                .put("sha256", media.sha256())
                .put("caption", media.caption())
                .put("filename", media.filename())
                .putIf("voice", media.voice())
                .putIf("animated", media.animated());
    }

    private static Words card(InboundContact card) {
        return new Words()
                .put("name", new Words().put("formattedName", card.name()))
                .put(
                        "phones",
                        card.phones().stream()
                                .map(phone -> new Words()
                                        .put("phone", phone.number())
                                        .put("waId", phone.waId())
                                        .put("type", phone.type()))
                                .toList())
                .put(
                        "emails",
                        card.emails().stream()
                                .map(email -> new Words().put("email", email))
                                .toList())
                .put("org", new Words().put("company", card.company()))
                .put("origin", card.origin())
                .put("vcard", card.vcard());
    }

    private static Words item(OrderItem item) {
        return new Words()
                .put("productId", item.productId())
                .put("quantity", item.quantity())
                .put("price", item.price().map(price -> price.toPlainString()))
                .put("currency", item.currency());
    }

    /** {@code text} is what the customer saw on what was tapped, {@code payload} what we gave it. */
    private static Words reply(InboundReply reply) {
        return switch (reply) {
            case InboundReply.Button button ->
                new Words()
                        .put("kind", "button_reply")
                        .put("text", button.title())
                        .put("payload", button.id());
            case InboundReply.ListRow row ->
                new Words()
                        .put("kind", "list_reply")
                        .put("text", row.title())
                        .put("payload", row.id())
                        .put("description", row.description());
            case InboundReply.TemplateButton button ->
                new Words().put("text", button.text()).put("payload", button.payload());
            case InboundReply.Form form ->
                new Words()
                        .put("kind", "nfm_reply")
                        .put("name", form.name())
                        .put("text", form.body())
                        .put("flowToken", form.flowToken())
                        .put("response", form.response());
            case InboundReply.CallPermission permission ->
                new Words()
                        .put("kind", "call_permission_reply")
                        .put("accepted", permission.accepted())
                        .put("until", permission.until().map(Object::toString))
                        .put("source", permission.source());
        };
    }

    private static Words notice(SystemNotice notice) {
        return switch (notice) {
            case SystemNotice.NumberChanged changed ->
                new Words()
                        .put("kind", "user_changed_number")
                        .put("body", changed.body())
                        .put("newWaId", changed.newWaId());
            case SystemNotice.UserIdChanged changed ->
                new Words()
                        .put("kind", "user_changed_user_id")
                        .put("body", changed.body())
                        .put("newUserId", changed.newUserId());
            case SystemNotice.IdentityChanged changed ->
                new Words()
                        .put("kind", "customer_identity_changed")
                        .put("body", changed.body())
                        .put("hash", changed.hash())
                        .put("acknowledged", changed.acknowledged());
        };
    }
}
