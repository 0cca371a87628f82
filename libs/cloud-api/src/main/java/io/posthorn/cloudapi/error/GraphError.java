package io.posthorn.cloudapi.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The {@code error} object of a Graph answer. Everything but the code may be missing; the texts can name a recipient, so
 * they are for people who may see the message and not for logs.
 */
public record GraphError(
        int code,
        Optional<Integer> subcode,
        String title,
        Optional<String> details,
        Optional<String> userTitle,
        Optional<String> userMessage,
        Optional<String> fbtraceId,
        boolean isTransient) {

    /** Reads an answer body; empty when it is not a Graph error. */
    public static Optional<GraphError> of(JsonNode body) {
        var error = body.path("error");
        if (!error.isObject() || !error.path("code").canConvertToInt()) {
            return Optional.empty();
        }
        var subcode = error.path("error_subcode");
        return Optional.of(new GraphError(
                error.path("code").intValue(),
                subcode.canConvertToInt() ? Optional.of(subcode.intValue()) : Optional.empty(),
                error.path("message").asText(""),
                details(error.path("error_data")),
                text(error, "error_user_title"),
                text(error, "error_user_msg"),
                text(error, "fbtrace_id"),
                error.path("is_transient").asBoolean(false)));
    }

    /** The most specific text that Meta gave. */
    public String explanation() {
        return details.or(() -> userMessage).orElse(title);
    }

    /** Meta sends {@code error_data} as an object or, on some errors, as a bare string. */
    private static Optional<String> details(JsonNode data) {
        return data.isTextual() ? Optional.of(data.textValue()) : text(data, "details");
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
    }
}
