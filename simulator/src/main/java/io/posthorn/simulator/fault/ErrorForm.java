package io.posthorn.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * How a planned error deviates from the usual form: Meta's errors do, and only message, type and code can be relied on.
 *
 * @param data stands in for {@code error_data}; a text or an object
 * @param userTitle for people, in whatever language they have
 * @param omit what is left out, such as {@code error_data} or {@code fbtrace_id}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorForm(
        String message, String type, JsonNode data, String userTitle, String userMessage, Set<String> omit) {
    private static final Set<String> OMISSIBLE =
            Set.of("error_data", "error_subcode", "is_transient", "error_user_title", "error_user_msg", "fbtrace_id");

    public ErrorForm {
        omit = omit == null ? Set.of() : Set.copyOf(omit);
        if (data != null && !data.isTextual() && !data.isObject()) {
            throw new IllegalArgumentException("error.data is a text or an object");
        }
        if (!OMISSIBLE.containsAll(omit)) {
            throw new IllegalArgumentException("error.omit holds any of " + String.join(", ", OMISSIBLE));
        }
    }

    /** Changes an answer with an error in its usual form. */
    public ObjectNode applyTo(ObjectNode answer) {
        if (answer.get("error") instanceof ObjectNode error) {
            put(error, "message", message);
            put(error, "type", type);
            put(error, "error_user_title", userTitle);
            put(error, "error_user_msg", userMessage);
            if (data != null) {
                error.set("error_data", data);
            }
            error.remove(omit);
        }
        return answer;
    }

    private static void put(ObjectNode error, String name, String value) {
        if (value != null) {
            error.put(name, value);
        }
    }
}
