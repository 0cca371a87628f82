package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.time.Instant;
import java.util.List;

/** When the offer of the template ends. */
public record LimitedTimeOffer(Instant expiresAt) implements Component {
    static final int MAX_COUPON = 15;
    private static final String TYPE = "limited_time_offer";

    @Override
    public List<ObjectNode> toJson() {
        var offer = Json.object().put("expiration_time_ms", expiresAt.toEpochMilli());
        var parameter = Json.set(Json.object().put("type", TYPE), TYPE, offer);
        return List.of(
                Json.set(Json.object().put("type", TYPE), "parameters", Json.array(List.of(parameter), one -> one)));
    }

    @Override
    public void check(Violations found, String pointer) {
        found.require(
                expiresAt.isAfter(Instant.EPOCH),
                pointer + "/parameters/0/limited_time_offer/expiration_time_ms",
                "offer_end",
                "An offer ends after 1970");
    }
}
