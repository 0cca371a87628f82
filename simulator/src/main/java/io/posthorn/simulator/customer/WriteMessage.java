package io.posthorn.simulator.customer;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer shall write. The content stands under the name of the type, as in webhooks; a text may also be just
 * the text. Whatever else is given goes into the message as it is, for instance {@code context}.
 */
final class WriteMessage {
    private static final String TEXT = "text";

    public String phoneNumberId;
    public String type = TEXT;
    public String name;
    private final Map<String, JsonNode> extras = new LinkedHashMap<>();

    @JsonAnySetter
    void extra(String property, JsonNode value) {
        extras.put(property, value);
    }

    Map<String, JsonNode> extras() {
        return extras;
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The content in webhook form. */
    JsonNode content() {
        var content = extras.get(type);
        if (content == null) {
            return Json.object();
        }
        return type.equals(TEXT) && content.isTextual() ? Json.object().put("body", content.textValue()) : content;
    }

    boolean claimsIdentity() {
        return extras.containsKey("from") || extras.containsKey("id");
    }

    boolean isEmptyText() {
        return type.equals(TEXT) && content().path("body").asText("").isEmpty();
    }
}
