package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Function;

/** An operation of a few lines. */
record Served(GraphRoute route, Function<GraphCall, ObjectNode> work) implements GraphOperation {
    static GraphOperation at(HttpMethod method, ObjectKind kind, String edge, Function<GraphCall, ObjectNode> work) {
        return new Served(new GraphRoute(method, kind, edge), work);
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        return Future.succeededFuture(work.apply(call));
    }

    static ObjectNode success() {
        return Json.object().put("success", true);
    }

    /** A parameter that is one of the given words. */
    static String oneOf(GraphCall call, String name, List<String> words) {
        var value = call.required(name);
        if (!words.contains(value)) {
            throw invalid("Param %s must be one of %s - got \"%s\".".formatted(name, words, value));
        }
        return value;
    }

    /** A parameter as a text of at most so many characters. */
    static String text(GraphCall call, String name, int longest) {
        var value = call.required(name);
        if (value.length() > longest) {
            throw invalid("Param %s must be at most %d characters long.".formatted(name, longest));
        }
        return value;
    }

    static RuntimeException invalid(String message) {
        return GraphError.of(100, message).failure();
    }
}
