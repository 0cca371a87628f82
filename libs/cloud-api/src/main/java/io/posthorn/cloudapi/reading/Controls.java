package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.interactive.Frame;
import io.posthorn.cloudapi.interactive.Header;
import io.posthorn.cloudapi.interactive.Interactive;
import io.posthorn.cloudapi.interactive.LinkButton;
import io.posthorn.cloudapi.interactive.ListMenu;
import io.posthorn.cloudapi.interactive.Order;
import io.posthorn.cloudapi.interactive.Products;
import io.posthorn.cloudapi.interactive.ReplyButtons;
import io.posthorn.cloudapi.interactive.Request;
import io.posthorn.cloudapi.interactive.VoiceCall;
import io.posthorn.cloudapi.part.ProductSection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads controls that customers answer with a tap, each kind with its own action. */
final class Controls {
    private Controls() {}

    /** Empty when the kind is unknown, which is found. */
    static Optional<Interactive> read(Fields fields) {
        var kind = fields.optional("type").orElse("");
        var frame = new Frame(
                fields.object("header", Controls::header).flatMap(header -> header),
                fields.object("body", body -> body.raw("text")).flatMap(text -> text),
                fields.object("footer", footer -> footer.raw("text")).flatMap(text -> text));
        return fields.required("action", action -> control(fields, kind, frame, action));
    }

    private static Optional<Interactive> control(Fields fields, String kind, Frame frame, Fields action) {
        return Optional.ofNullable(
                switch (kind) {
                    case "button" -> new ReplyButtons(frame, action.objects("buttons", Controls::button));
                    case "list" ->
                        new ListMenu(frame, action.text("button"), action.objects("sections", Controls::section));
                    case "cta_url" -> link(named(action, kind), frame);
                    case "flow" -> named(action, kind).required("parameters", flow -> Flows.read(flow, frame));
                    case "product" ->
                        new Products.Single(frame, word(action, "catalog_id"), word(action, "product_retailer_id"));
                    case "product_list" ->
                        new Products.Several(frame, word(action, "catalog_id"), productSections(action));
                    case "catalog_message" ->
                        new Products.Catalog(
                                frame,
                                named(action, kind)
                                        .object("parameters", one -> one.word("thumbnail_product_retailer_id"))
                                        .flatMap(id -> id));
                    case "location_request_message" -> {
                        named(action, "send_location");
                        yield new Request.Location(frame);
                    }
                    case "call_permission_request" -> {
                        named(action, kind);
                        yield new Request.CallPermission(frame);
                    }
                    case "contact_request" -> {
                        named(action, "request_contact_info");
                        yield new Request.PhoneNumber(frame);
                    }
                    case "address_message" ->
                        named(action, kind).required("parameters", address -> address(address, frame));
                    case "voice_call" ->
                        named(action, kind)
                                .object("parameters", call -> call(call, frame))
                                .orElseGet(() ->
                                        new VoiceCall(frame, Optional.empty(), OptionalInt.empty(), Optional.empty()));
                    case "carousel" -> CarouselCards.read(action, frame);
                    case "order_details" -> details(named(action, "review_and_pay"), frame);
                    case "order_status" ->
                        named(action, "review_order").required("parameters", order -> status(order, frame));
                    default -> {
                        fields.broken("type", "interactive_unknown", "A message with this control is not known");
                        action.asWritten();
                        yield null;
                    }
                });
    }

    static Optional<Header> header(Fields fields) {
        var type = fields.optional("type").orElse("");
        if (type.equals("text")) {
            return Optional.of(new Header.Text(fields.text("text")));
        }
        var kind = Media.kind(type);
        if (kind.isEmpty()) {
            fields.broken("type", "header_kind", "A header is a text, an image, a video or a document");
            fields.asWritten();
        }
        return kind.map(known -> new Header.Media(known, fields.required(type, Media::reference)));
    }

    static LinkButton link(Fields action, Frame frame) {
        return action.required(
                "parameters", link -> new LinkButton(frame, link.text("display_text"), link.text("url")));
    }

    /** Meta wants the name of the action besides the type. */
    static Fields named(Fields action, String name) {
        if (!name.equals(action.text("name"))) {
            action.broken("name", "action_name", "The action of this kind has the name " + name);
        }
        return action;
    }

    static List<ProductSection> productSections(Fields fields) {
        return fields.objects(
                "sections",
                section -> new ProductSection(
                        section.optional("title"),
                        section.objects("product_items", item -> item.word("product_retailer_id")
                                .orElse(""))));
    }

    private static ReplyButtons.Button button(Fields fields) {
        if (!"reply".equals(fields.text("type"))) {
            fields.broken("type", "button_kind", "A button of this kind is of type reply");
        }
        return fields.required(
                "reply", reply -> new ReplyButtons.Button(reply.word("id").orElse(null), reply.text("title")));
    }

    private static ListMenu.Section section(Fields fields) {
        return new ListMenu.Section(
                fields.optional("title"),
                fields.objects(
                        "rows",
                        row -> new ListMenu.Row(
                                row.word("id").orElse(null), row.text("title"), row.optional("description"))));
    }

    private static Request.Address address(Fields fields, Frame frame) {
        return new Request.Address(
                frame,
                fields.text("country"),
                fields.texts("values"),
                fields.objects(
                        "saved_addresses",
                        one -> new Request.SavedAddress(one.word("id").orElse(""), one.texts("value"))));
    }

    private static VoiceCall call(Fields fields, Frame frame) {
        return new VoiceCall(
                frame, fields.optional("display_text"), fields.number("ttl_minutes"), fields.optional("payload"));
    }

    /** What stands beside the reference belongs to the payment provider. */
    private static Order details(Fields action, Frame frame) {
        var parameters = action.data("parameters").orElseGet(io.posthorn.cloudapi.part.Json::object);
        var reference = parameters.remove("reference_id");
        return new Order.Details(frame, reference == null ? null : reference.asText(), parameters);
    }

    private static Order status(Fields fields, Frame frame) {
        var reference = fields.word("reference_id").orElse(null);
        return fields.required(
                "order",
                order -> new Order.Status(frame, reference, order.text("status"), order.optional("description")));
    }

    private static String word(Fields fields, String field) {
        return fields.word(field).orElse(null);
    }
}
