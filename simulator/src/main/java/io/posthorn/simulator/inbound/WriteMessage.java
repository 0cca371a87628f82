package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.posthorn.simulator.control.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer shall write. The content stands under the name of the type, as in webhooks; a text may also be just
 * the text. Beside it may stand {@code context}, {@code referral}, {@code group_id} and {@code errors}.
 */
final class WriteMessage {
    private static final String TEXT = "text";

    public String phoneNumberId;
    public String type = TEXT;
    public String name;
    /** Sends it as it is, however odd: nothing is checked or completed. */
    public boolean unchecked;

    private final Map<String, JsonNode> extras = new LinkedHashMap<>();

    @JsonAnySetter
    void extra(String property, JsonNode value) {
        extras.put(property, value);
    }

    Map<String, JsonNode> extras() {
        return extras;
    }

    JsonNode extra(String property) {
        return extras.getOrDefault(property, MissingNode.getInstance());
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** True when bytes of a file come along, which are kept elsewhere. */
    boolean hasMedia() {
        return extra(type).has("data") && !unchecked;
    }

    /** The content in webhook form. */
    JsonNode content() {
        var content = extra(type);
        return type.equals(TEXT) && content.isTextual() ? Json.object().put("body", content.textValue()) : content;
    }
}
