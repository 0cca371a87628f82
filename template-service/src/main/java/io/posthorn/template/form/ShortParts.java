package io.posthorn.template.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;
import java.util.stream.Stream;

/** What the short form can say of a template; what it cannot stands in the components. */
public record ShortParts(
        TemplateHeader header, TemplateBody body, TemplateFooter footer, List<TemplateButton> buttons) {
    public static ShortParts of(JsonNode components) {
        return new ShortParts(
                component(components, "HEADER")
                        .map(ShortParts::header)
                        .findFirst()
                        .orElse(null),
                component(components, "BODY")
                        .filter(body -> body.has("text"))
                        .map(ShortParts::body)
                        .findFirst()
                        .orElse(null),
                component(components, "FOOTER")
                        .filter(footer -> footer.has("text"))
                        .map(footer -> new TemplateFooter(footer.path("text").asText()))
                        .findFirst()
                        .orElse(null),
                component(components, "BUTTONS")
                        .flatMap(component -> component.path("buttons").valueStream())
                        .map(ShortParts::button)
                        .toList());
    }

    private static TemplateHeader header(JsonNode header) {
        var example = header.path("example");
        var handle = example.path("header_handle").path(0).asText("");
        return new TemplateHeader(
                header.path("format").asText(null),
                header.path("text").asText(null),
                example.has("header_text")
                        ? first(example.path("header_text"))
                        : example.path("header_text_named_params")
                                .path(0)
                                .path("example")
                                .asText(null),
                handle.startsWith(ShortForm.FILE) ? handle.substring(ShortForm.FILE.length()) : null);
    }

    private static TemplateBody body(JsonNode body) {
        var example = body.path("example");
        var numbered = example.path("body_text");
        var list = numbered.path(0).isArray() ? numbered.path(0) : numbered;
        var texts = numbered.isTextual()
                ? Stream.of(numbered.asText())
                : list.valueStream().map(JsonNode::asText);
        var named = example.path("body_text_named_params").valueStream().map(each -> each.path("example")
                .asText());
        return new TemplateBody(
                body.path("text").asText(), Stream.concat(texts, named).toList());
    }

    private static TemplateButton button(JsonNode button) {
        return new TemplateButton(
                button.path("type").asText(null),
                button.path("text").asText(null),
                button.path("url").asText(null),
                first(button.path("example")),
                button.path("phone_number").asText(null));
    }

    private static String first(JsonNode example) {
        return example.isArray() ? example.path(0).asText(null) : example.asText(null);
    }

    private static Stream<JsonNode> component(JsonNode components, String type) {
        return components
                .valueStream()
                .filter(component -> component.path("type").asText("").equalsIgnoreCase(type));
    }
}
