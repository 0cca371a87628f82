package io.posthorn.messaging.accepting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.template.RenderedTemplate;
import io.posthorn.cloudapi.template.TemplateMessageRules;
import io.posthorn.kit.problem.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Writes what is stored of a message: what people see in the conversation, and what the lane needs to send it. Files stand
 * there by our own ids.
 */
@ApplicationScoped
class MessageContents {
    private static final String COMPONENTS = "/template/components";

    private final ObjectMapper json;

    MessageContents(ObjectMapper json) {
        this.json = json;
    }

    JsonObject text(SendMessageRequest.Text text) {
        var content = new JsonObject().put("body", text.body());
        if (text.previewUrl() != null) {
            content.put("previewUrl", text.previewUrl());
        }
        return content;
    }

    JsonObject image(SendMessageRequest.Image image) {
        var content = new JsonObject().put("mediaId", image.mediaId().toString());
        if (image.caption() != null && !image.caption().isBlank()) {
            content.put("caption", image.caption());
        }
        return content;
    }

    /** Refuses values that the approved template does not take. */
    JsonObject template(TemplateMessage message, KnownTemplate template) {
        var components = json.valueToTree(message.components() == null ? List.of() : message.components());
        var violations = TemplateMessageRules.check(template.content(), components, COMPONENTS);
        if (!violations.isEmpty()) {
            throw AcceptingProblems.parameters(violations.stream()
                    .map(found -> new Violation(found.pointer(), found.code(), found.message()))
                    .toList());
        }
        var rendered = RenderedTemplate.of(template.content(), components);
        var content = new JsonObject()
                .put("name", message.name())
                .put("language", new JsonObject().put("code", message.language().code()))
                .put("components", new JsonArray(components.toString()))
                .put("body", rendered.body());
        putUnlessEmpty(content, "header", rendered.header());
        putUnlessEmpty(content, "footer", rendered.footer());
        if (!rendered.buttons().isEmpty()) {
            content.put("buttons", new JsonArray(rendered.buttons()));
        }
        message.media().forEach(id -> content.put("mediaId", id.toString()));
        return content;
    }

    private static void putUnlessEmpty(JsonObject content, String field, String text) {
        if (!text.isEmpty()) {
            content.put(field, text);
        }
    }
}
