package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.posthorn.simulator.control.Json;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** Gathers the parameters of a call from wherever Meta accepts them. */
final class Parameters {
    private Parameters() {}

    static ObjectNode of(RoutingContext context) {
        var parameters = body(context);
        context.queryParams().forEach((name, value) -> parameters.set(name, json(value)));
        context.request().formAttributes().forEach((name, value) -> parameters.set(name, json(value)));
        parameters.remove("access_token");
        return parameters;
    }

    private static ObjectNode body(RoutingContext context) {
        var type = context.request().getHeader("Content-Type");
        var body = context.body().buffer();
        if (body == null || body.length() == 0 || (type != null && type.startsWith("application/x-www-form"))) {
            return Json.object();
        }
        try {
            if (Json.MAPPER.readTree(body.getBytes()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException notJson) {
            // falls through to the refusal
        }
        throw GraphError.of(100)
                .withDetails("The request body is not a JSON object")
                .failure();
    }

    /** Forms carry objects as JSON texts. */
    private static JsonNode json(String value) {
        if (!value.startsWith("{") && !value.startsWith("[")) {
            return TextNode.valueOf(value);
        }
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException plainText) {
            return TextNode.valueOf(value);
        }
    }
}
