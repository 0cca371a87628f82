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

    /** A button, and whether its address ends with a variable. */
    record Button(String type, String text, TemplateVariables url) {
        boolean isOf(ButtonKind kind) {
            return type.equals(kind.name());
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
    }

    public static ApprovedTemplate of(JsonNode components) {
        return new ApprovedTemplate(components);
    }

    /** The kind of parameter that the header needs ({@code text}, {@code image} ...); empty when it needs none. */
    String headerParameter() {
        return switch (headerFormat) {
            case "TEXT" -> header.count() == 0 ? "" : "text";
            case "IMAGE", "VIDEO", "DOCUMENT", "LOCATION" -> headerFormat.toLowerCase(Locale.ROOT);
            default -> "";
        };
    }

    TemplateVariables header() {
        return header;
    }

    TemplateVariables body() {
        return body;
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
