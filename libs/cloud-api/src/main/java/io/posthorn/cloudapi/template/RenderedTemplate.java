package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The words that a customer reads. What a template does not have, or an image, is an empty text. */
public record RenderedTemplate(String header, String body, String footer, List<String> buttons) {
    /** Of components that fit; a value that is missing leaves its variable as it is. */
    public static RenderedTemplate of(ApprovedTemplate approved, JsonNode components) {
        return new RenderedTemplate(
                filled(approved.header(), components, "header"),
                filled(approved.body(), components, "body"),
                approved.footer(),
                approved.buttons().stream().map(ApprovedTemplate.Button::text).toList());
    }

    private static String filled(TemplateVariables text, JsonNode components, String type) {
        var values = components == null
                ? List.<String>of()
                : SentComponent.all("", components).stream()
                        .filter(component -> component.is(type))
                        .flatMap(component -> component.parameters().valueStream())
                        .map(parameter -> new SentParameter("", parameter).value())
                        .toList();
        if (text.isNamed()) {
            return text.filledByName(name -> named(components, type, name));
        }
        return text.filled(number -> number <= values.size() ? values.get(number - 1) : "{{%d}}".formatted(number));
    }

    private static String named(JsonNode components, String type, String name) {
        return components == null
                ? "{{%s}}".formatted(name)
                : SentComponent.all("", components).stream()
                        .filter(component -> component.is(type))
                        .flatMap(component -> component.parameters().valueStream())
                        .map(parameter -> new SentParameter("", parameter))
                        .filter(parameter -> parameter.name().equals(name))
                        .map(SentParameter::value)
                        .findFirst()
                        .orElse("{{%s}}".formatted(name));
    }
}
