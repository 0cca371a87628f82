package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A button that calls the business: for how long it works, and what the call brings along. */
final class CallParameters {
    private static final int THIRTY_DAYS = 43_200;

    private CallParameters() {}

    static void fillIn(List<JsonNode> parameters, ObjectNode filled) {
        for (var parameter : parameters) {
            var kind = parameter.path("type").asText("").toLowerCase(Locale.ROOT);
            switch (kind) {
                case "ttl_minutes" -> filled.put(kind, minutes(parameter.path(kind)));
                case "payload" -> filled.put(kind, parameter.path(kind).asText());
                default -> throw HydrationRefusal.format("buttons", "VOICE_CALL", kind.toUpperCase(Locale.ROOT));
            }
        }
    }

    private static int minutes(JsonNode value) {
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > THIRTY_DAYS) {
            throw HydrationRefusal.value("buttons: ttl_minutes is from 1 to %d".formatted(THIRTY_DAYS));
        }
        return value.intValue();
    }
}
