package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A template's content in Meta's words: the {@code components} of a create request, of a read, and of our events. */
public final class TemplateComponents {
    private TemplateComponents() {}

    /**
     * Of a definition that keeps the rules.
     *
     * @param headerHandle what Meta gave for the example of an image header; null leaves the example out
     */
    public static ArrayNode of(TemplateDefinition definition, String headerHandle) {
        var components = JsonNodeFactory.instance.arrayNode();
        if (definition.header() != null) {
            components.add(header(definition.header(), headerHandle));
        }
        components.add(body(definition.body()));
        if (definition.footer() != null) {
            components.add(component("FOOTER").put("text", definition.footer().text()));
        }
        if (!definition.buttons().isEmpty()) {
            var buttons = component("BUTTONS");
            definition.buttons().forEach(button -> buttons.withArray("buttons").add(button(button)));
            components.add(buttons);
        }
        return components;
    }

    /** Whether two contents say the same, whatever their examples: Meta answers those in another form. */
    public static boolean sameContent(JsonNode one, JsonNode other) {
        return wording(one).equals(wording(other));
    }

    private static ObjectNode header(TemplateHeader header, String handle) {
        var format = header.format().toUpperCase(Locale.ROOT);
        var component = component("HEADER").put("format", format);
        if (format.equals("TEXT")) {
            component.put("text", header.text());
            if (header.example() != null) {
                component.putObject("example").putArray("header_text").add(header.example());
            }
        } else if (handle != null) {
            component.putObject("example").putArray("header_handle").add(handle);
        }
        return component;
    }

    /** The examples stand in a list inside of a list. */
    private static ObjectNode body(TemplateBody body) {
        var component = component("BODY").put("text", body.text());
        if (!body.example().isEmpty()) {
            var values = component.putObject("example").putArray("body_text").addArray();
            body.example().forEach(values::add);
        }
        return component;
    }

    private static ObjectNode button(TemplateButton button) {
        var json = component(button.type().toUpperCase(Locale.ROOT)).put("text", button.text());
        if (button.url() != null) {
            json.put("url", button.url());
        }
        if (button.example() != null) {
            json.putArray("example").add(button.example());
        }
        if (button.phoneNumber() != null) {
            json.put("phone_number", button.phoneNumber());
        }
        return json;
    }

    private static ObjectNode component(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** Meta writes the words of codes itself, and answers other buttons than it was given. */
    private static Object wording(JsonNode components) {
        return components.findValuesAsText("otp_type").isEmpty()
                ? wordingOfAll(components)
                : components
                        .valueStream()
                        .map(component -> word(component, "type"))
                        .sorted()
                        .toList();
    }

    private static List<Object> wordingOfAll(JsonNode components) {
        return components
                .valueStream()
                .sorted(Comparator.comparing(component -> word(component, "type")))
                .map(TemplateComponents::wordingOf)
                .toList();
    }

    private static Object wordingOf(JsonNode part) {
        return List.of(
                word(part, "type"),
                word(part, "format"),
                hasOwnLabel(part) ? part.path("text").asText("") : "",
                part.path("url").asText(""),
                part.path("phone_number").asText("").replaceAll("[^0-9]", ""),
                part.path("limited_time_offer").path("text").asText(""),
                part.path("buttons")
                        .valueStream()
                        .map(TemplateComponents::wordingOf)
                        .toList(),
                part.path("cards")
                        .valueStream()
                        .map(card -> wordingOfAll(card.path("components")))
                        .toList());
    }

    /** The others are written by WhatsApp. */
    private static boolean hasOwnLabel(JsonNode part) {
        return switch (word(part, "type")) {
            case "CATALOG", "MPM", "SPM", "COPY_CODE", "REQUEST_CONTACT_INFO" -> false;
            default -> true;
        };
    }

    private static String word(JsonNode part, String field) {
        return part.path(field).asText("").toUpperCase(Locale.ROOT);
    }
}
