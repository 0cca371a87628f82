package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;
import java.util.OptionalInt;

/** A button with which the customer calls us. */
public record VoiceCall(Frame frame, Optional<String> label, OptionalInt ttlMinutes, Optional<String> payload)
        implements Interactive {
    public static final int MAX_LABEL = 20;
    public static final int MAX_PAYLOAD = 512;
    private static final int MAX_TTL_MINUTES = 43_200;

    @Override
    public String type() {
        return "voice_call";
    }

    @Override
    public ObjectNode action() {
        var parameters = Json.put(Json.object(), "display_text", label);
        ttlMinutes.ifPresent(minutes -> parameters.put("ttl_minutes", minutes));
        Json.put(parameters, "payload", payload);
        var action = Json.object().put("name", type());
        return parameters.isEmpty() ? action : Json.set(action, "parameters", parameters);
    }

    @Override
    public void check(Violations found, String pointer) {
        frame.check(found, pointer, Frame.Rule.BODY_ONLY);
        var place = pointer + "/action/parameters";
        found.text(place + "/display_text", "call_label", label, MAX_LABEL);
        found.text(place + "/payload", "call_payload", payload, MAX_PAYLOAD);
        ttlMinutes.ifPresent(minutes -> found.require(
                minutes >= 1 && minutes <= MAX_TTL_MINUTES,
                place + "/ttl_minutes",
                "call_ttl",
                "From 1 minute to 30 days"));
    }
}
