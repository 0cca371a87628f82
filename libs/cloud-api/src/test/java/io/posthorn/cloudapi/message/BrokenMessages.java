package io.posthorn.cloudapi.message;

import static io.posthorn.cloudapi.message.Samples.ANA;
import static io.posthorn.cloudapi.message.Samples.UPLOADED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.interactive.Carousel;
import io.posthorn.cloudapi.interactive.FlowStart;
import io.posthorn.cloudapi.interactive.Frame;
import io.posthorn.cloudapi.interactive.Header;
import io.posthorn.cloudapi.interactive.Interactive;
import io.posthorn.cloudapi.interactive.LinkButton;
import io.posthorn.cloudapi.interactive.ListMenu;
import io.posthorn.cloudapi.interactive.Order;
import io.posthorn.cloudapi.interactive.Products;
import io.posthorn.cloudapi.interactive.ReplyButtons;
import io.posthorn.cloudapi.interactive.Request;
import io.posthorn.cloudapi.part.ContactCard;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import io.posthorn.cloudapi.part.Place;
import io.posthorn.cloudapi.part.ProductSection;
import io.posthorn.cloudapi.values.BodyValues;
import io.posthorn.cloudapi.values.ButtonAction;
import io.posthorn.cloudapi.values.ButtonValue;
import io.posthorn.cloudapi.values.CarouselValues;
import io.posthorn.cloudapi.values.Component;
import io.posthorn.cloudapi.values.HeaderValue;
import io.posthorn.cloudapi.values.LimitedTimeOffer;
import io.posthorn.cloudapi.values.OneTimeCode;
import io.posthorn.cloudapi.values.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** For each rule a message that is just beyond it, by the pointer and code that are expected. */
final class BrokenMessages {
    private static final Frame FRAME = Frame.of("Which one?");

    private BrokenMessages() {}

    static Map<String, Supplier<OutgoingBody>> all() {
        var all = new LinkedHashMap<String, Supplier<OutgoingBody>>();
        plain(all);
        buttonsAndLists(all);
        otherInteractive(all);
        templates(all);
        return all;
    }

    private static void plain(Map<String, Supplier<OutgoingBody>> all) {
        all.put("/to phone_format", () -> new OutgoingText(Envelope.toPhone("15550002000"), "Hi", false));
        all.put(
                "/recipient user_id_format",
                () -> new OutgoingText(Envelope.to(new Recipient.User("us.1")), "Hi", false));
        all.put(
                "/biz_opaque_callback_data callback_data_too_long",
                () -> new OutgoingText(ANA.withCallbackData(text(513)), "Hi", false));
        all.put("/text/body body_required", () -> new OutgoingText(ANA, " ", false));
        all.put("/text/body body_too_long", () -> new OutgoingText(ANA, text(4097), false));
        all.put(
                "/image/caption caption_too_long",
                () -> new OutgoingMedia.Image(ANA, UPLOADED, Optional.of(text(1025))));
        all.put(
                "/video/link media_link_format",
                () -> new OutgoingMedia.Video(ANA, MediaReference.linked("files/a.mp4"), Optional.empty()));
        all.put(
                "/sticker/link media_link_insecure",
                () -> new OutgoingMedia.Sticker(ANA, MediaReference.linked("http://files.example/a.webp")));
        all.put("/audio/id media_id_required", () -> new OutgoingMedia.Audio(ANA, MediaReference.uploaded(""), false));
        all.put(
                "/document/filename filename_too_long",
                () -> new OutgoingMedia.Document(ANA, UPLOADED, Optional.empty(), Optional.of(text(241))));
        all.put("/location/latitude latitude_format", () -> new OutgoingLocation(ANA, Place.at(90.1, 0)));
        all.put("/location/longitude longitude_format", () -> new OutgoingLocation(ANA, Place.at(0, -180.1)));
        all.put(
                "/contacts contacts_too_many",
                () -> new OutgoingContacts(ANA, Collections.nCopies(6, ContactCard.of("Bo", "+1"))));
        all.put("/contacts contacts_too_few", () -> new OutgoingContacts(ANA, List.of()));
        all.put(
                "/contacts/0/name contact_name_part_required",
                () -> new OutgoingContacts(ANA, List.of(aNamelessCard())));
        all.put("/reaction/emoji emoji_format", () -> new OutgoingReaction(ANA, "wamid.IN1", "ok"));
        all.put("/context context_unexpected", () -> new OutgoingReaction(ANA.quoting("wamid.A"), "wamid.A", "👍"));
        all.put("/message_id message_id_required", () -> new ReadReceipt("", true));
    }

    private static void buttonsAndLists(Map<String, Supplier<OutgoingBody>> all) {
        broken(all, "/body/text body_too_long", new LinkButton(Frame.of(text(1025)), "A", "https://a.example"));
        broken(all, "/footer/text footer_too_long", buttons(FRAME.withFooter(text(61)), button("a", "A")));
        broken(
                all,
                "/header/text header_too_long",
                buttons(FRAME.withHeader(new Header.Text(text(61))), button("a", "A")));
        broken(all, "/action/buttons buttons_too_few", buttons(FRAME));
        broken(
                all,
                "/action/buttons buttons_too_many",
                buttons(FRAME, button("a", "A"), button("b", "B"), button("c", "C"), button("d", "D")));
        broken(all, "/action/buttons button_id_duplicate", buttons(FRAME, button("a", "A"), button("a", "B")));
        broken(all, "/action/buttons button_title_duplicate", buttons(FRAME, button("a", "A"), button("b", "A")));
        broken(all, "/action/buttons/0/reply/title button_title_too_long", buttons(FRAME, button("a", text(21))));
        broken(all, "/action/buttons/0/reply/title button_title_required", buttons(FRAME, button("a", "")));
        broken(all, "/action/buttons/0/reply/id button_id_too_long", buttons(FRAME, button(text(257), "A")));
        broken(all, "/action/buttons/0/reply/id button_id_spaces", buttons(FRAME, button("a ", "A")));
        broken(all, "/action/button list_label_too_long", new ListMenu(FRAME, text(21), List.of(section(1))));
        broken(all, "/action/sections rows_too_many", new ListMenu(FRAME, "Open", List.of(section(5), section(6))));
        broken(
                all,
                "/action/sections sections_too_many",
                new ListMenu(FRAME, "Open", Collections.nCopies(11, section(1))));
        broken(
                all,
                "/action/sections/0/title section_title_required",
                new ListMenu(FRAME, "Open", List.of(section(1), section(1))));
        broken(all, "/action/sections row_id_duplicate", new ListMenu(FRAME, "Open", List.of(section(1), section(1))));
        broken(
                all,
                "/action/sections/0/rows/0/description row_description_too_long",
                new ListMenu(
                        FRAME,
                        "Open",
                        List.of(new ListMenu.Section(
                                Optional.empty(), List.of(new ListMenu.Row("r", "Row", Optional.of(text(73))))))));
        broken(
                all,
                "/header header_kind",
                new ListMenu(
                        FRAME.withHeader(new Header.Media(MediaKind.IMAGE, UPLOADED)), "Open", List.of(section(1))));
    }

    private static void otherInteractive(Map<String, Supplier<OutgoingBody>> all) {
        broken(
                all,
                "/action/parameters/display_text link_label_too_long",
                new LinkButton(FRAME, text(21), "https://a.example"));
        broken(all, "/action/parameters/url link_url_format", new LinkButton(FRAME, "A", "ftp://a.example"));
        var flow = new FlowStart.Flow.ById("1");
        broken(
                all,
                "/action/parameters/flow_cta flow_label_too_long",
                new FlowStart(FRAME, flow, text(31), Optional.empty(), false, new FlowStart.Opening.Usual()));
        broken(
                all,
                "/action/parameters/flow_action_payload/data flow_data_empty",
                new FlowStart(
                        FRAME,
                        flow,
                        "Go",
                        Optional.empty(),
                        false,
                        new FlowStart.Opening.Screen("A", Optional.of(JsonNodeFactory.instance.objectNode()))));
        broken(
                all,
                "/header header_unexpected",
                new Products.Single(FRAME.withHeader(new Header.Text("No")), "1", "tea"));
        broken(all, "/header header_required", new Products.Several(FRAME, "1", List.of(products(1))));
        broken(
                all,
                "/action/sections products_too_many",
                new Products.Several(
                        FRAME.withHeader(new Header.Text("Tea")), "1", List.of(products(20), products(11))));
        broken(all, "/footer footer_unexpected", new Request.Location(FRAME.withFooter("No")));
        broken(
                all,
                "/action/parameters/country address_country",
                new Request.Address(FRAME, "DE", Map.of(), List.of()));
        var card = new Carousel.Card.Product("1", "tea");
        broken(all, "/action/cards cards_too_few", new Carousel(FRAME, List.of(card)));
        broken(all, "/action/cards cards_too_many", new Carousel(FRAME, Collections.nCopies(11, card)));
        broken(all, "/action/cards cards_differ", new Carousel(FRAME, List.of(card, aCard("Hi"))));
        broken(
                all,
                "/action/cards/0/body/text card_body_too_long",
                new Carousel(FRAME, List.of(aCard(text(161)), aCard("Hi"))));
        broken(
                all,
                "/action/cards/0/body/text card_body_line_breaks",
                new Carousel(FRAME, List.of(aCard("a\nb\nc\nd"), aCard("Hi"))));
        broken(
                all,
                "/action/parameters/order/status order_status",
                new Order.Status(FRAME, "17", "lost", Optional.empty()));
    }

    private static void templates(Map<String, Supplier<OutgoingBody>> all) {
        all.put("/template/name name_format", () -> new OutgoingTemplate(ANA, "Order", "en_US", List.of()));
        all.put(
                "/template/language/code language_format",
                () -> new OutgoingTemplate(ANA, "order", "english", List.of()));
        broken(all, "/0/parameters values_mixed", new BodyValues(List.of(Value.text("a", "A"), Value.text("B"))));
        broken(
                all,
                "/0/parameters value_name_duplicate",
                new BodyValues(List.of(Value.text("a", "A"), Value.text("a", "B"))));
        broken(all, "/0/parameters/0/parameter_name value_name", new BodyValues(List.of(Value.text("A b", "A"))));
        broken(all, "/0/parameters/0/text value_characters", BodyValues.of("line\nbreak"));
        broken(all, "/0/parameters/0/text value_required", BodyValues.of(""));
        broken(all, "/0/parameters/0/type header_kind", new HeaderValue(new Value.DateTime(Optional.empty(), "today")));
        broken(
                all,
                "/0/parameters/0/type body_kind",
                new BodyValues(List.of(new Value.Media(MediaKind.IMAGE, UPLOADED, Optional.empty()))));
        broken(
                all,
                "/0/parameters/0/currency/code currency_code",
                new BodyValues(List.of(new Value.Currency(Optional.empty(), "$1", "dollar", 1))));
        broken(all, "/0/index button_index", new ButtonValue(10, new ButtonAction.QuickReply("a")));
        broken(
                all,
                "/0/parameters/0/payload payload_too_long",
                new ButtonValue(0, new ButtonAction.QuickReply(text(257))));
        broken(
                all,
                "/0/parameters/0/coupon_code coupon_code_too_long",
                new ButtonValue(0, new ButtonAction.CouponCode(text(21))));
        broken(
                all,
                "/1/parameters/0/coupon_code coupon_code_too_long",
                new LimitedTimeOffer(Instant.ofEpochMilli(1790000000000L)),
                new ButtonValue(0, new ButtonAction.CouponCode(text(16))));
        broken(
                all,
                "/0/parameters/0/coupon_code coupon_code_characters",
                new ButtonValue(0, new ButtonAction.CouponCode("SAVE-20")));
        broken(
                all,
                "/0/parameters/0/text url_suffix_characters",
                new ButtonValue(0, new ButtonAction.UrlSuffix("a b")));
        broken(all, "/0/parameters/0/text code_too_long", new OneTimeCode(text(16)));
        broken(all, " component_duplicate", BodyValues.of("A"), BodyValues.of("B"));
        broken(all, "/0/cards cards_too_few", new CarouselValues(List.of(List.of(BodyValues.of("A")))));
        broken(
                all,
                "/0/cards/1/components/0 card_component",
                new CarouselValues(List.of(List.of(BodyValues.of("A")), List.of(new OneTimeCode("123")))));
    }

    private static void broken(Map<String, Supplier<OutgoingBody>> all, String expected, Interactive interactive) {
        all.put("/interactive" + expected, () -> new OutgoingInteractive(ANA, interactive));
    }

    private static void broken(Map<String, Supplier<OutgoingBody>> all, String expected, Component... components) {
        all.put(
                "/template/components" + expected,
                () -> new OutgoingTemplate(ANA, "order_ready", "en_US", List.of(components)));
    }

    private static ReplyButtons buttons(Frame frame, ReplyButtons.Button... buttons) {
        return new ReplyButtons(frame, List.of(buttons));
    }

    private static ReplyButtons.Button button(String id, String title) {
        return new ReplyButtons.Button(id, title);
    }

    private static ListMenu.Section section(int rows) {
        return new ListMenu.Section(
                Optional.empty(),
                IntStream.range(0, rows)
                        .mapToObj(row -> new ListMenu.Row("r" + row, "Row", Optional.empty()))
                        .toList());
    }

    private static ProductSection products(int count) {
        return new ProductSection(Optional.of("Tea"), Collections.nCopies(count, "tea"));
    }

    private static Carousel.Card aCard(String body) {
        return new Carousel.Card.Media(MediaKind.VIDEO, UPLOADED, Optional.of(body), "Open", "https://a.example");
    }

    private static ContactCard aNamelessCard() {
        var none = Optional.<String>empty();
        return new ContactCard(
                new ContactCard.Name("Bo", none, none, none, none, none),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String text(int length) {
        return "x".repeat(length);
    }
}
