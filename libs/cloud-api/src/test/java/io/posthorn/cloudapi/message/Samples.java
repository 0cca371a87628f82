package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.posthorn.cloudapi.interactive.VoiceCall;
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
import io.posthorn.cloudapi.values.TapTarget;
import io.posthorn.cloudapi.values.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One of each message that the client can build, by a name that says which. */
public final class Samples {
    public static final Envelope ANA = Envelope.toPhone("+15550002000");
    public static final MediaReference UPLOADED = MediaReference.uploaded("700000000000001");
    private static final MediaReference LINKED = MediaReference.linked("https://files.example/a.png");
    private static final Frame FRAME = Frame.of("Which one?");
    private static final Frame FULL = Frame.of("Which one?")
            .withHeader(new Header.Media(MediaKind.IMAGE, LINKED))
            .withFooter("Acme");

    private Samples() {}

    public static Map<String, OutgoingBody> all() {
        var all = new LinkedHashMap<String, OutgoingBody>();
        all.putAll(plain());
        interactive().forEach((name, content) -> all.put("interactive " + name, new OutgoingInteractive(ANA, content)));
        templates()
                .forEach((name, components) ->
                        all.put("template " + name, new OutgoingTemplate(ANA, "order_ready", "en_US", components)));
        return all;
    }

    private static Map<String, OutgoingBody> plain() {
        var all = new LinkedHashMap<String, OutgoingBody>();
        var caption = Optional.of("July");
        all.put("text", new OutgoingText(ANA, "Hello", false));
        all.put("text with preview", new OutgoingText(ANA, "See https://acme.example", true));
        all.put("text to a user id", new OutgoingText(toUser(), "Hello", false));
        all.put("text to a group", new OutgoingText(Envelope.to(new Recipient.Group("120363")), "Hello", false));
        all.put("reply", new OutgoingText(ANA.quoting("wamid.IN1"), "Hello", false));
        all.put("text with callback data", new OutgoingText(ANA.withCallbackData("attempt-1"), "Hello", false));
        all.put(
                "text with identity check",
                new OutgoingText(
                        new Envelope(ANA.recipient(), Optional.empty(), Optional.empty(), Optional.of("hash")),
                        "Hello",
                        false));
        all.put("image by id", new OutgoingMedia.Image(ANA, UPLOADED, caption));
        all.put("image by link", new OutgoingMedia.Image(ANA, LINKED, Optional.empty()));
        all.put("video", new OutgoingMedia.Video(ANA, UPLOADED, caption));
        all.put("audio", new OutgoingMedia.Audio(ANA, UPLOADED, false));
        all.put("voice note", new OutgoingMedia.Audio(ANA, UPLOADED, true));
        all.put("document", new OutgoingMedia.Document(ANA, UPLOADED, caption, Optional.of("invoice-17.pdf")));
        all.put("sticker", new OutgoingMedia.Sticker(ANA, LINKED));
        all.put("location", new OutgoingLocation(ANA, aPlace()));
        all.put("contacts", new OutgoingContacts(ANA, List.of(aFullCard(), ContactCard.of("Bo", "+15550003001"))));
        all.put("reaction", new OutgoingReaction(ANA, "wamid.IN1", "👍"));
        all.put("reaction taken back", OutgoingReaction.removal(ANA, "wamid.IN1"));
        all.put("read receipt", new ReadReceipt("wamid.IN1", false));
        all.put("typing indicator", new ReadReceipt("wamid.IN1", true));
        return all;
    }

    private static Map<String, Interactive> interactive() {
        var all = new LinkedHashMap<String, Interactive>();
        var sections = List.of(new ProductSection(Optional.of("Tea"), List.of("tea-1", "tea-2")));
        all.put("button", new ReplyButtons(FULL, List.of(new ReplyButtons.Button("y", "Yes"))));
        all.put(
                "list",
                new ListMenu(
                        FRAME.withHeader(new Header.Text("Menu")),
                        "Open",
                        List.of(
                                new ListMenu.Section(
                                        Optional.of("Tea"),
                                        List.of(new ListMenu.Row("t1", "Green", Optional.of("300 ml")))),
                                new ListMenu.Section(
                                        Optional.of("Coffee"),
                                        List.of(new ListMenu.Row("c1", "Black", Optional.empty()))))));
        all.put("cta_url", new LinkButton(FULL, "Track", "https://acme.example/t/17"));
        all.put("flow by id", aFlow(new FlowStart.Flow.ById("800000000000001"), new FlowStart.Opening.Endpoint()));
        all.put("flow by name", aFlow(new FlowStart.Flow.ByName("booking"), new FlowStart.Opening.Usual()));
        all.put(
                "flow at a screen",
                aFlow(
                        new FlowStart.Flow.ById("800000000000001"),
                        new FlowStart.Opening.Screen("FIRST", Optional.of(json().put("day", "Monday")))));
        all.put("product", new Products.Single(Frame.empty(), "900000000000001", "tea-1"));
        all.put(
                "product_list",
                new Products.Several(FRAME.withHeader(new Header.Text("Tea")), "900000000000001", sections));
        all.put("catalog_message", new Products.Catalog(FRAME, Optional.of("tea-1")));
        all.put("catalog_message without picture", new Products.Catalog(FRAME, Optional.empty()));
        all.put("location_request_message", new Request.Location(FRAME));
        all.put("call_permission_request", new Request.CallPermission(FRAME));
        all.put("contact_request", new Request.PhoneNumber(FRAME));
        all.put(
                "address_message",
                new Request.Address(
                        FRAME,
                        "IN",
                        Map.of("name", "Ana"),
                        List.of(new Request.SavedAddress("home", Map.of("city", "Pune")))));
        all.put(
                "voice_call",
                new VoiceCall(FRAME, Optional.of("Call us"), OptionalInt.of(100), Optional.of("order 17")));
        all.put("carousel of media", new Carousel(FRAME, List.of(aCard("Green"), aCard("Black"))));
        all.put(
                "carousel of products",
                new Carousel(
                        FRAME,
                        List.of(
                                new Carousel.Card.Product("900000000000001", "tea-1"),
                                new Carousel.Card.Product("900000000000001", "tea-2"))));
        all.put("order_details", new Order.Details(FRAME, "order-17", json().put("currency", "INR")));
        all.put("order_status", new Order.Status(FRAME, "order-17", "shipped", Optional.of("On its way")));
        return all;
    }

    private static Map<String, List<Component>> templates() {
        var all = new LinkedHashMap<String, List<Component>>();
        var sections = List.of(new ProductSection(Optional.of("Tea"), List.of("tea-1")));
        all.put("without values", List.of());
        all.put("with positional values", List.of(new HeaderValue(Value.text("A-17")), BodyValues.of("Ana", "A-17")));
        all.put("with named values", List.of(new BodyValues(List.of(Value.text("first_name", "Ana")))));
        all.put(
                "with amount and date",
                List.of(new BodyValues(List.of(
                        new Value.Currency(Optional.empty(), "$10.99", "USD", 10990),
                        new Value.DateTime(Optional.empty(), "25 Feb 2027")))));
        for (var kind : List.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.GIF)) {
            all.put("with " + kind.word(), List.of(new HeaderValue(new Value.Media(kind, UPLOADED, Optional.empty()))));
        }
        all.put(
                "with document",
                List.of(new HeaderValue(new Value.Media(MediaKind.DOCUMENT, LINKED, Optional.of("invoice.pdf")))));
        all.put("with location", List.of(new HeaderValue(new Value.Location(aPlace()))));
        all.put("with product", List.of(new HeaderValue(new Value.Product("900000000000001", "tea-1"))));
        all.put("with url button", List.of(button(new ButtonAction.UrlSuffix("A-17"))));
        all.put("with quick reply", List.of(button(new ButtonAction.QuickReply("stop:A-17"))));
        all.put("with coupon", List.of(button(new ButtonAction.CouponCode("SAVE20"))));
        all.put(
                "with flow",
                List.of(button(new ButtonAction.StartFlow(Optional.of("t1"), Optional.of(json().put("a", 1))))));
        all.put("with catalog", List.of(button(new ButtonAction.OpenCatalog(Optional.of("tea-1")))));
        all.put("with products", List.of(button(new ButtonAction.ShowProducts("tea-1", sections))));
        all.put("with call", List.of(button(new ButtonAction.CallUs(OptionalInt.of(100), Optional.of("order 17")))));
        all.put("with one-time code", List.of(new OneTimeCode("123456")));
        all.put(
                "with limited time offer",
                List.of(
                        new LimitedTimeOffer(Instant.ofEpochMilli(1790000000000L)),
                        button(new ButtonAction.CouponCode("SAVE20"))));
        all.put("with tap target", List.of(new TapTarget("https://acme.example/offer", "Offer")));
        var card = List.<Component>of(
                new HeaderValue(new Value.Media(MediaKind.IMAGE, UPLOADED, Optional.empty())),
                BodyValues.of("Ana"),
                button(new ButtonAction.QuickReply("more")));
        all.put("with carousel", List.of(BodyValues.of("Ana"), new CarouselValues(List.of(card, card))));
        return all;
    }

    private static Envelope toUser() {
        return Envelope.to(new Recipient.User("US.900000000000000001"));
    }

    static Place aPlace() {
        return new Place("37.44", "-122.16", Optional.of("Depot"), Optional.of("1 Main St"));
    }

    private static ContactCard aFullCard() {
        var work = Optional.of(ContactCard.Type.WORK);
        return new ContactCard(
                new ContactCard.Name(
                        "Ana Silva",
                        Optional.of("Ana"),
                        Optional.of("Silva"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new ContactCard.Phone("+15550003000", work, Optional.of("15550003000"))),
                List.of(new ContactCard.Email("ana@example.org", work)),
                List.of(new ContactCard.Url("https://example.org", work)),
                List.of(new ContactCard.Address(
                        Optional.of("1 Main St"),
                        Optional.of("Lisbon"),
                        Optional.empty(),
                        Optional.of("1000"),
                        Optional.of("Portugal"),
                        Optional.of("PT"),
                        Optional.of(ContactCard.Type.HOME))),
                Optional.of(new ContactCard.Organization(Optional.of("Acme"), Optional.of("Ops"), Optional.of("Lead"))),
                Optional.of(LocalDate.of(1990, 1, 31)));
    }

    private static FlowStart aFlow(FlowStart.Flow flow, FlowStart.Opening opening) {
        return new FlowStart(FRAME, flow, "Book", Optional.of("token-1"), false, opening);
    }

    private static Carousel.Card aCard(String body) {
        return new Carousel.Card.Media(
                MediaKind.IMAGE, LINKED, Optional.of(body), "Open", "https://acme.example/" + body);
    }

    private static ButtonValue button(ButtonAction action) {
        return new ButtonValue(0, action);
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
