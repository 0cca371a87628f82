package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a template, read from its components in Meta's words; a part that is not there is an empty text.
 *
 * @param code Meta writes the text itself, around a one-time code
 */
public record Layout(
        Header header,
        VariableText body,
        List<String> bodyExamples,
        String footer,
        List<Button> buttons,
        List<Layout> cards,
        Offer offer,
        boolean code) {
    private static final int MOST_BUTTONS = 10;
    private static final int MOST_CARDS = 10;

    /** Far more than Meta takes anywhere. */
    private static final int MOST_CHARACTERS = 4096;

    record Header(String format, VariableText text, String example) {
        boolean isText() {
            return format.equals("TEXT");
        }

        boolean isThere() {
            return !format.isEmpty();
        }
    }

    record Button(String type, String text, VariableText url, String phoneNumber, String example) {}

    /** A limited-time offer; null where the template is none. */
    record Offer(String text, boolean ends) {}

    /** Tolerant: what cannot be read is not there. */
    public static Layout of(JsonNode components) {
        var header = component(components, "HEADER");
        var body = component(components, "BODY");
        var footer = component(components, "FOOTER");
        var buttons = component(components, "BUTTONS")
                .path("buttons")
                .valueStream()
                .limit(MOST_BUTTONS)
                .map(Layout::button)
                .toList();
        var code = buttons.stream().anyMatch(button -> button.type().equals("OTP"));
        return new Layout(
                new Header(
                        upper(header, "format"),
                        new VariableText(text(header, "text")),
                        first(
                                header.path("example").path("header_text"),
                                header.path("example").path("header_text_named_params"))),
                new VariableText(code ? FixedTexts.body(body) : text(body, "text")),
                examples(body.path("example")),
                code ? FixedTexts.footer(footer) : text(footer, "text"),
                buttons,
                component(components, "CAROUSEL")
                        .path("cards")
                        .valueStream()
                        .limit(MOST_CARDS)
                        .map(card -> of(card.path("components")))
                        .toList(),
                offer(component(components, "LIMITED_TIME_OFFER")),
                code);
    }

    /** Product cards are approved once and sent as often as there are products. */
    boolean showsProducts() {
        return cards.stream().anyMatch(card -> card.header.format().equals("PRODUCT"));
    }

    private static Button button(JsonNode json) {
        var type = upper(json, "type");
        return new Button(
                type,
                FixedTexts.label(type, text(json, "text")),
                new VariableText(text(json, "url")),
                text(json, "phone_number"),
                json.path("example").isTextual()
                        ? json.path("example").textValue()
                        : json.path("example").path(0).asText(""));
    }

    private static Offer offer(JsonNode component) {
        var offer = component.path("limited_time_offer");
        return component.isMissingNode()
                ? null
                : new Offer(text(offer, "text"), offer.path("has_expiration").asBoolean(false));
    }

    private static List<String> examples(JsonNode example) {
        var named = example.path("body_text_named_params");
        if (named.isArray()) {
            return named.valueStream().map(one -> text(one, "example")).toList();
        }
        var texts = example.path("body_text");
        return (texts.path(0).isArray() ? texts.path(0) : texts)
                .valueStream()
                .map(one -> one.asText(""))
                .toList();
    }

    private static String first(JsonNode texts, JsonNode named) {
        return texts.isTextual() ? texts.textValue() : texts.path(0).asText(text(named.path(0), "example"));
    }

    private static JsonNode component(JsonNode components, String type) {
        return components
                .valueStream()
                .filter(component -> upper(component, "type").equals(type))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String text(JsonNode json, String field) {
        var text = json.path(field).isTextual() ? json.path(field).textValue() : "";
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private static String upper(JsonNode json, String field) {
        return text(json, field).toUpperCase(Locale.ROOT);
    }
}
