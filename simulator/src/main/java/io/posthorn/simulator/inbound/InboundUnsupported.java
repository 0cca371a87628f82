package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** What the API does not show: only that there was something. */
@ApplicationScoped
class InboundUnsupported implements InboundType {
    private static final int UNKNOWN_TYPE = 131051;
    private static final String KIND = "unsupported";

    @Override
    public Set<String> names() {
        return Set.of(KIND, "unknown", "request_welcome");
    }

    @Override
    public Inbound complete(Writing writing) {
        var content = writing.content();
        if (writing.type().equals("request_welcome")) {
            return new Inbound(writing.type(), null, Map.of());
        }
        Wish.onlyKnown(content, writing.type(), Set.of("type"));
        var errors = Map.<String, JsonNode>of(
                "errors",
                InboundErrors.of(UNKNOWN_TYPE, "Message type unknown", "Message type is not currently supported"));
        if (writing.type().equals("unknown")) {
            return new Inbound(writing.type(), null, errors);
        }
        var kind = Wish.optional(content.path("type"), "unsupported.type").orElse("poll");
        return new Inbound(KIND, Json.object().put("type", kind), errors);
    }
}
