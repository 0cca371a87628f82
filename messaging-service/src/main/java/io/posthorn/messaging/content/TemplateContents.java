package io.posthorn.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.template.RenderedTemplate;
import io.posthorn.cloudapi.template.TemplateMessageRules;
import io.posthorn.kit.problem.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Holds the values of a template message against the approved template. */
public final class TemplateContents {
    private static final String COMPONENTS = "/template/components";

    private TemplateContents() {}

    /** What does not fit. */
    public static List<Violation> misfits(WrittenContent content, KnownTemplate template) {
        return Contents.placed(
                TemplateMessageRules.check(template.content(), components(content), COMPONENTS), content.own());
    }

    /** What is stored: what was asked for, and what people see in the conversation. */
    public static JsonObject rendered(WrittenContent content, KnownTemplate template) {
        var rendered = RenderedTemplate.of(template.content(), components(content));
        var stored = content.stored().put("body", rendered.body());
        putUnlessEmpty(stored, "header", rendered.header());
        putUnlessEmpty(stored, "footer", rendered.footer());
        if (!rendered.buttons().isEmpty()) {
            stored.put("buttons", new JsonArray(rendered.buttons()));
        }
        content.files().stream()
                .findFirst()
                .ifPresent(file ->
                        stored.put(OwnWords.MEDIA_ID, file.use().mediaId().toString()));
        return stored;
    }

    private static JsonNode components(WrittenContent content) {
        var components = content.message().content().path("components");
        return components.isArray() ? components : JsonNodeFactory.instance.arrayNode();
    }

    private static void putUnlessEmpty(JsonObject content, String field, String text) {
        if (!text.isEmpty()) {
            content.put(field, text);
        }
    }
}
