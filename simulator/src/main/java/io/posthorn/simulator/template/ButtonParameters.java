package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills buttons in: the end of a URL, the payload of a quick reply, a code. */
final class ButtonParameters {
    private ButtonParameters() {}

    static Map<Integer, JsonNode> byIndex(List<JsonNode> given, int count) {
        var byIndex = new HashMap<Integer, JsonNode>();
        for (var button : given) {
            var index = button.path("index").asText("");
            if (!index.matches("\\d{1,2}") || Integer.parseInt(index) >= count) {
                throw HydrationRefusal.format("buttons", "an index below " + count, index);
            }
            byIndex.put(Integer.parseInt(index), button);
        }
        return byIndex;
    }

    static ObjectNode fillIn(JsonNode definition, int index, JsonNode given) {
        var type = definition.path("type").asText();
        var subType = given.path("sub_type").asText(type);
        if (!subType.equalsIgnoreCase(type)) {
            throw HydrationRefusal.format("buttons", type, subType.toUpperCase(Locale.ROOT));
        }
        var filled = Json.object().put("index", index).put("type", type);
        filled.put("text", definition.path("text").asText());
        var parameters = given.path("parameters").valueStream().toList();
        return switch (type) {
            case "QUICK_REPLY" -> filled.put("payload", payload(definition, parameters));
            case "URL" -> filled.put("url", url(definition, index, parameters));
            case "COPY_CODE" -> filled.put("coupon_code", code(index, parameters));
            default ->
                filled.put("phone_number", definition.path("phone_number").asText());
        };
    }

    /** Without a payload pressing the button gives its text. */
    private static String payload(JsonNode definition, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            return definition.path("text").asText();
        }
        return only("payload", "QUICK_REPLY", parameters);
    }

    private static String url(JsonNode definition, int index, List<JsonNode> parameters) {
        var variables = Variables.of(definition.path("url").asText());
        if (variables.count() > 0 && parameters.isEmpty()) {
            throw required(index, "Url");
        }
        if (parameters.size() != variables.count()) {
            throw HydrationRefusal.count("buttons", parameters.size(), variables.count());
        }
        var values = new HashMap<String, String>();
        variables.distinct().forEach(name -> values.put(name, TextParameters.text("buttons", parameters.getFirst())));
        return variables.filledIn(values);
    }

    private static String code(int index, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            throw required(index, "CopyCode");
        }
        var code = only("coupon_code", "COPY_CODE", parameters);
        if (!code.matches("[A-Za-z0-9]{1,20}")) {
            throw HydrationRefusal.format("buttons", "COUPON_CODE", "TEXT");
        }
        return code;
    }

    private static String only(String kind, String type, List<JsonNode> parameters) {
        if (parameters.size() != 1) {
            throw HydrationRefusal.count("buttons", parameters.size(), 1);
        }
        var value = parameters.getFirst().path(kind);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw HydrationRefusal.format(
                    "buttons", type, parameters.getFirst().path("type").asText(""));
        }
        return value.textValue();
    }

    private static RuntimeException required(int index, String type) {
        return HydrationRefusal.missing(
                "buttons: Button at index %d of type %s requires a parameter".formatted(index, type));
    }
}
