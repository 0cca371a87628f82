package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.simulator.control.Json;

/** {@code errors} of a message that could not be shown. */
final class InboundErrors {
    private InboundErrors() {}

    static ArrayNode of(int code, String title, String details) {
        var errors = Json.MAPPER.createArrayNode();
        errors.addObject()
                .put("code", code)
                .put("title", title)
                .put("message", title)
                .putObject("error_data")
                .put("details", details);
        return errors;
    }
}
