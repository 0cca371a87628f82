package io.posthorn.template.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.TemplateComponents;
import io.posthorn.cloudapi.template.TemplateDefinition;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What a template says. Each version is one of these. */
@Embeddable
public record TemplateContent(
        @Enumerated(EnumType.STRING) TemplateCategory category,
        String body,

        @Convert(converter = TemplatePartsConverter.class) TemplateParts parts) {
    /** Of a document that keeps the rules. */
    public static TemplateContent of(JsonNode document) {
        var components = (ArrayNode) document.path("components");
        return new TemplateContent(
                TemplateCategory.named(document.path("category").asText()).orElseThrow(),
                body(components),
                TemplateParts.of(
                        components,
                        document.path("parameter_format").asText("").equalsIgnoreCase("NAMED"),
                        document.hasNonNull("message_send_ttl_seconds")
                                ? document.path("message_send_ttl_seconds").asInt()
                                : null));
    }

    /** In Meta's words. Rows from before there were components keep theirs in parts. */
    public ArrayNode components() {
        if (parts != null && parts.components() != null) {
            return parts.components();
        }
        var old = parts == null ? TemplateParts.NONE : parts;
        var media = old.header() == null ? null : old.header().mediaId();
        return TemplateComponents.of(
                new TemplateDefinition(
                        null,
                        null,
                        category.name(),
                        old.header(),
                        new TemplateBody(body, old.bodyExample()),
                        old.footer(),
                        old.buttons()),
                media == null ? null : "media:" + media);
    }

    public boolean isNamed() {
        return parts != null && Boolean.TRUE.equals(parts.named());
    }

    /** Null for Meta's own. */
    public Integer secondsToLive() {
        return parts == null ? null : parts.secondsToLive();
    }

    /** As Meta takes it, and as the rules read it. */
    public ObjectNode document(String name, String language) {
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("language", language)
                .put("category", category.name());
        document.put("parameter_format", isNamed() ? "NAMED" : "POSITIONAL");
        if (secondsToLive() != null) {
            document.put("message_send_ttl_seconds", secondsToLive());
        }
        return document.set("components", components());
    }

    private static String body(ArrayNode components) {
        return components
                .valueStream()
                .filter(component -> component.path("type").asText("").equalsIgnoreCase("BODY"))
                .map(component -> component.path("text").asText(""))
                .findFirst()
                .orElse("");
    }
}
