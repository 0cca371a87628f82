package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.template.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The parameters of a text, by the variables that they fill in. */
final class TextParameters {
    private static final Pattern BAD_BLANKS = Pattern.compile("[\\n\\r\\t]| {5,}");

    private TextParameters() {}

    /** @param component how details of a refusal call it */
    static Map<String, String> of(String component, ParameterFormat format, Variables variables, List<JsonNode> given) {
        if (given.size() != variables.count()) {
            throw HydrationRefusal.count(component, given.size(), variables.count());
        }
        return switch (format) {
            case POSITIONAL -> byPlace(component, variables.distinct(), given);
            case NAMED -> byName(component, variables.distinct(), given);
        };
    }

    static String text(String component, JsonNode parameter) {
        var type = parameter.path("type").asText("").toLowerCase();
        var value =
                switch (type) {
                    case "text" -> parameter.path("text");
                    case "currency" -> amount(parameter.path("currency"));
                    case "date_time" -> parameter.path("date_time").path("fallback_value");
                    default -> throw HydrationRefusal.format(component, "TEXT", type.toUpperCase());
                };
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw HydrationRefusal.missing("Parameter of type %s is missing text value".formatted(type));
        }
        if (BAD_BLANKS.matcher(value.textValue()).find()) {
            throw HydrationRefusal.characters();
        }
        return value.textValue();
    }

    /** Shown as the caller wrote it, whatever the amount is. */
    private static JsonNode amount(JsonNode currency) {
        if (!currency.path("code").asText("").matches("[A-Z]{3}")) {
            throw HydrationRefusal.missing("Parameter of type currency is missing its code");
        }
        if (!currency.path("amount_1000").isIntegralNumber()) {
            throw HydrationRefusal.missing("Parameter of type currency is missing amount_1000");
        }
        return currency.path("fallback_value");
    }

    private static Map<String, String> byPlace(String component, List<String> names, List<JsonNode> given) {
        var values = new HashMap<String, String>();
        for (var place = 0; place < names.size(); place++) {
            values.put(names.get(place), text(component, given.get(place)));
        }
        return values;
    }

    private static Map<String, String> byName(String component, List<String> names, List<JsonNode> given) {
        var values = new HashMap<String, String>();
        for (var parameter : given) {
            values.put(parameter.path("parameter_name").asText(""), text(component, parameter));
        }
        for (var name : names) {
            if (!values.containsKey(name)) {
                throw HydrationRefusal.name(component, name);
            }
        }
        return values;
    }
}
