package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Fills a button in: the end of a URL, the payload of a quick reply, a code, what a flow or a catalog begins with. */
final class ButtonParameters {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_CODE_OF_OFFER = 15;

    private ButtonParameters() {}

    static ObjectNode fillIn(JsonNode definition, int index, JsonNode given) {
        var type = definition.path("type").asText();
        var subType = given.path("sub_type").asText(type);
        if (!subType.equalsIgnoreCase(type)) {
            throw HydrationRefusal.format("buttons", type, subType.toUpperCase(Locale.ROOT));
        }
        var filled = Json.object().put("index", index).put("type", type);
        filled.put("text", definition.path("text").asText());
        var parameters = given.path("parameters").valueStream().toList();
        switch (type) {
            case "QUICK_REPLY" -> filled.put("payload", payload(definition, parameters));
            case "URL" -> filled.put("url", url(definition, index, parameters));
            case "COPY_CODE" -> filled.put("coupon_code", code(index, parameters));
            case "FLOW", "CATALOG", "MPM" -> ActionParameters.fillIn(type, definition, index, parameters, filled);
            case "VOICE_CALL" -> CallParameters.fillIn(parameters, filled);
            default -> {
                refuseAny(parameters);
                filled.setAll(rest(definition));
            }
        }
        return filled;
    }

    /** Without a payload pressing the button gives its text. */
    private static String payload(JsonNode definition, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            return definition.path("text").asText();
        }
        only("payload", "QUICK_REPLY", parameters);
        var parameter = parameters.getFirst();
        var payload =
                parameter.path(parameter.has("payload") ? "payload" : "text").asText("");
        if (payload.isEmpty()) {
            throw HydrationRefusal.format(
                    "buttons", "QUICK_REPLY", parameter.path("type").asText(""));
        }
        return payload;
    }

    private static String url(JsonNode definition, int index, List<JsonNode> parameters) {
        var variables = Variables.of(definition.path("url").asText());
        if (variables.count() > 0 && parameters.isEmpty()) {
            throw HydrationRefusal.buttonNeedsParameter(index, "Url");
        }
        if (parameters.size() != variables.count()) {
            throw HydrationRefusal.count("buttons", parameters.size(), variables.count());
        }
        var values = new HashMap<String, String>();
        variables.distinct().forEach(name -> values.put(name, TextParameters.text("buttons", parameters.getFirst())));
        var url = variables.filledIn(values);
        if (url.length() > LONGEST_URL) {
            throw HydrationRefusal.tooLong("buttons", LONGEST_URL);
        }
        return url;
    }

    private static String code(int index, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            throw HydrationRefusal.buttonNeedsParameter(index, "CopyCode");
        }
        only("coupon_code", "COPY_CODE", parameters);
        var code = parameters.getFirst().path("coupon_code").asText("");
        if (!code.matches("[A-Za-z0-9]{1,%d}".formatted(LONGEST_CODE))) {
            throw HydrationRefusal.format("buttons", "COUPON_CODE", "TEXT");
        }
        return code;
    }

    /** The codes of offers are shorter than those of coupons. */
    static void checkOffer(JsonNode buttons) {
        for (var button : buttons) {
            if (button.path("coupon_code").asText("").length() > LONGEST_CODE_OF_OFFER) {
                throw HydrationRefusal.format("buttons", "COUPON_CODE", "TEXT");
            }
        }
    }

    private static void only(String kind, String type, List<JsonNode> parameters) {
        if (parameters.size() != 1) {
            throw HydrationRefusal.count("buttons", parameters.size(), 1);
        }
        var given = parameters.getFirst().path("type").asText("").toLowerCase(Locale.ROOT);
        var isOldPayload = kind.equals("payload") && given.equals("text");
        if (!given.equals(kind) && !isOldPayload) {
            throw HydrationRefusal.format("buttons", type, given.toUpperCase(Locale.ROOT));
        }
    }

    private static void refuseAny(List<JsonNode> parameters) {
        if (!parameters.isEmpty()) {
            throw HydrationRefusal.count("buttons", parameters.size(), 0);
        }
    }

    /** What the customer gets of a button without parameters, such as the number to call. */
    private static ObjectNode rest(JsonNode definition) {
        ObjectNode rest = definition.deepCopy();
        return rest.without(List.of("type", "text", "example"));
    }
}
