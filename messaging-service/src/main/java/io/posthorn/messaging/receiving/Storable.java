package io.posthorn.messaging.receiving;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.webhook.InboundMessage;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/** What PostgreSQL can hold: it knows no NUL character, people's phones do. Everything else is kept as it came. */
final class Storable {
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private Storable() {}

    static String text(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** The content of a message's type, with what it refers to; for types without an object, the whole message. */
    static JsonObject content(InboundMessage message) {
        var raw = message.raw();
        var body = raw.path(message.type());
        var content = body.isObject() ? told(message.type(), json(body)) : new JsonObject().put("raw", json(raw));
        message.contextMessageId().ifPresent(id -> content.put("contextMessageId", text(id)));
        for (var extra : new String[] {"context", "referral", "errors"}) {
            if (raw.has(extra) && !content.containsKey(extra)) {
                content.put(extra, json(raw.get(extra), extra).getValue(extra));
            }
        }
        return content;
    }

    /** In our own words, where Meta's differ from those in which we send. */
    private static JsonObject told(String type, JsonObject body) {
        return switch (type) {
            case "image" -> image(body);
            case "interactive" -> reply(body);
            default -> body;
        };
    }

    private static JsonObject image(JsonObject body) {
        var content = new JsonObject()
                .put("providerMediaId", body.getValue("id"))
                .put("mimeType", body.getValue("mime_type"))
                .put("sha256", body.getValue("sha256"));
        if (body.getValue("caption") != null) {
            content.put("caption", body.getValue("caption"));
        }
        return content;
    }

    /** The choice itself: what was tapped, and the id that we gave it. */
    private static JsonObject reply(JsonObject body) {
        if (!(body.getValue("type") instanceof String kind) || !(body.getValue(kind) instanceof JsonObject chosen)) {
            return body;
        }
        var content = new JsonObject().put("kind", kind).mergeIn(chosen);
        if (chosen.getValue("title") != null) {
            content.put("text", chosen.getValue("title"));
        }
        if (chosen.getValue("id") != null) {
            content.put("payload", chosen.getValue("id"));
        }
        return content;
    }

    private static JsonObject json(JsonNode node) {
        return new JsonObject(withoutNul(node));
    }

    private static JsonObject json(JsonNode value, String name) {
        return new JsonObject("{\"%s\":%s}".formatted(name, withoutNul(value)));
    }

    private static String withoutNul(JsonNode node) {
        var text = node.toString();
        return text.contains("\\u0000") ? ESCAPED_NUL.matcher(text).replaceAll("$1\\\\ufffd") : text;
    }
}
