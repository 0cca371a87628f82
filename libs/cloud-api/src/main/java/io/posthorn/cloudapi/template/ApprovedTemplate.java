package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;

/** What an approved template shows and asks for, read from its components in Meta's words. */
public final class ApprovedTemplate {
    private final String headerFormat;
    private final TemplateVariables header;
    private final TemplateVariables body;
    private final String footer;
    private final List<Button> buttons;
    private final List<ApprovedTemplate> cards;
    private final boolean offer;
    private final boolean offerEnds;

    /** A button, and whether its address ends with a variable. */
    record Button(String type, String text, TemplateVariables url) {
        /** How a message calls the button. */
        String subType() {
            return type.equals("OTP") ? "url" : type.toLowerCase(Locale.ROOT);
        }

        /** A message has to give it a value. */
        boolean needsValue() {
            return switch (type) {
                case "URL" -> url.values() > 0;
                case "OTP", "COPY_CODE", "MPM" -> true;
                default -> false;
            };
        }

        static Button of(JsonNode json) {
            return new Button(
                    upper(json.path("type")),
                    json.path("text").asText(""),
                    TemplateVariables.of(json.path("url").asText("")));
        }
    }

    private ApprovedTemplate(JsonNode components) {
        var top = component(components, "HEADER");
        this.headerFormat = upper(top.path("format"));
        this.header = TemplateVariables.of(top.path("text").asText(""));
        this.body =
                TemplateVariables.of(component(components, "BODY").path("text").asText(""));
        this.footer = component(components, "FOOTER").path("text").asText("");
        this.buttons = component(components, "BUTTONS")
                .path("buttons")
                .valueStream()
                .map(Button::of)
                .toList();
        this.cards = component(components, "CAROUSEL")
                .path("cards")
                .valueStream()
                .map(card -> new ApprovedTemplate(card.path("components")))
                .toList();
        var limited = component(components, "LIMITED_TIME_OFFER");
        this.offer = !limited.isMissingNode();
        this.offerEnds =
                limited.path("limited_time_offer").path("has_expiration").asBoolean(false);
    }

    public static ApprovedTemplate of(JsonNode components) {
        return new ApprovedTemplate(components);
    }

    /** The kind of parameter that the header needs ({@code text}, {@code image} ...); empty when it needs none. */
    String headerParameter() {
        return switch (headerFormat) {
            case "TEXT" -> header.values() == 0 ? "" : "text";
            case "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "PRODUCT", "GIF" -> headerFormat.toLowerCase(Locale.ROOT);
            default -> "";
        };
    }

    TemplateVariables header() {
        return header;
    }

    TemplateVariables body() {
        return body;
    }

    /** Those of a card, or of the template itself; a code stands in a text that is Meta's. */
    int bodyValues() {
        return hasCode() ? 1 : body.values();
    }

    /** Meta writes authentication templates itself; all they take is a code, which stands in the body and at the button. */
    boolean hasCode() {
        return buttons.stream().anyMatch(button -> button.type().equals("OTP"));
    }

    List<ApprovedTemplate> cards() {
        return cards;
    }

    /** Cards with products are approved once and sent as often as there are products. */
    boolean showsProducts() {
        return cards.stream().anyMatch(card -> card.headerFormat.equals("PRODUCT"));
    }

    boolean hasOffer() {
        return offer;
    }

    /** The message has to say when the offer ends. */
    boolean offerEnds() {
        return offerEnds;
    }

    String footer() {
        return footer;
    }

    List<Button> buttons() {
        return buttons;
    }

    private static JsonNode component(JsonNode components, String type) {
        return components
                .valueStream()
                .filter(component -> upper(component.path("type")).equals(type))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String upper(JsonNode word) {
        return word.asText("").toUpperCase(Locale.ROOT);
    }
}
