package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;

/** When an offer for a limited time ends. */
final class OfferParameters {
    private static final String NAME = "limited_time_offer";

    private OfferParameters() {}

    static ObjectNode fillIn(JsonNode definition, Given given) {
        var offer = definition.path(NAME);
        var filled = Json.object().put("text", offer.path("text").asText());
        var parameters = given.parametersOf(NAME);
        if (!offer.path("has_expiration").asBoolean()) {
            given.refuse(NAME);
            return filled;
        }
        if (parameters.isEmpty()) {
            throw HydrationRefusal.missing("limited_time_offer: expiration_time_ms is required");
        }
        if (parameters.size() > 1) {
            throw HydrationRefusal.count(NAME, parameters.size(), 1);
        }
        var end = parameters.getFirst().path(NAME).path("expiration_time_ms");
        if (end.isMissingNode()) {
            throw HydrationRefusal.missing("limited_time_offer: expiration_time_ms is required");
        }
        if (!end.isIntegralNumber() || end.longValue() <= 0) {
            throw HydrationRefusal.format(
                    NAME, "EXPIRATION_TIME_MS", end.getNodeType().name());
        }
        return filled.put("expiration_time_ms", end.longValue());
    }
}
