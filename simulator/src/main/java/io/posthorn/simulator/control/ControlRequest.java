package io.posthorn.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;

/** A request of the control API, read strictly. */
public record ControlRequest(RoutingContext context) {
    private static final int USUAL_LIMIT = 1000;
    private static final int HIGHEST_LIMIT = 100_000;

    public String path(String name) {
        return context.pathParam(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name)).filter(value -> !value.isBlank());
    }

    /** The address that the caller knows the simulator by. */
    public String origin() {
        var request = context.request();
        return request.scheme() + "://" + request.authority();
    }

    public int limit() {
        var limit = query("limit").orElse(Integer.toString(USUAL_LIMIT));
        if (!limit.matches("\\d{1,6}") || Integer.parseInt(limit) > HIGHEST_LIMIT) {
            throw ControlProblem.malformed("limit is a number from 0 to " + HIGHEST_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    /** The body as an object; no body is an empty one. */
    public ObjectNode body() {
        var buffer = context.body().buffer();
        if (buffer == null || buffer.length() == 0) {
            return Json.object();
        }
        if (read(buffer.getBytes()) instanceof ObjectNode object) {
            return object;
        }
        throw ControlProblem.malformed("The body is a JSON object");
    }

    public <T> T body(Class<T> type) {
        return as(type, body());
    }

    /** Reads a part of the body; a rule broken in a constructor is the caller's mistake. */
    public static <T> T as(Class<T> type, JsonNode node) {
        try {
            return Json.MAPPER.treeToValue(node, type);
        } catch (JsonMappingException unfit) {
            throw unfit(unfit);
        } catch (JsonProcessingException malformed) {
            throw ControlProblem.malformed(malformed.getOriginalMessage());
        }
    }

    private static ControlProblem unfit(JsonMappingException unfit) {
        return unfit.getCause() instanceof IllegalArgumentException rule
                ? ControlProblem.refused("invalid_value", rule.getMessage())
                : ControlProblem.malformed(unfit.getOriginalMessage());
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException notJson) {
            throw ControlProblem.malformed("The body is not JSON");
        }
    }
}
