package io.posthorn.simulator.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import java.util.List;
import java.util.Locale;

/** The control API as OpenAPI 3.1. */
final class OpenApiDocument {
    private static final String JSON = "application/json";

    private OpenApiDocument() {}

    static ObjectNode of(List<DocumentedRoute> routes, String origin) {
        var document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Control API of the simulated WhatsApp Cloud API")
                .put("version", "1")
                .put("description", "For tests and tools: worlds, customers, faults, time. No token is needed.");
        document.putArray("servers").addObject().put("url", origin);
        var paths = document.putObject("paths");
        routes.forEach(route ->
                paths.withObjectProperty(route.path()).set(route.method().toLowerCase(Locale.ROOT), operation(route)));
        document.set("components", components());
        return document;
    }

    private static ObjectNode operation(DocumentedRoute route) {
        var operation = Json.object().put("summary", route.summary());
        operation.putArray("tags").add(route.area());
        var parameters = operation.putArray("parameters");
        route.pathParameters().forEach(name -> parameter(parameters, name, "path", true));
        route.query().forEach(name -> parameter(parameters, name, "query", false));
        if (!route.exampleBody().isEmpty()) {
            operation
                    .putObject("requestBody")
                    .putObject("content")
                    .putObject(JSON)
                    .set("example", read(route.exampleBody()));
        }
        var responses = operation.putObject("responses");
        responses.putObject("2XX").put("description", "Done");
        responses.putObject("4XX").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static void parameter(ArrayNode parameters, String name, String place, boolean required) {
        var parameter =
                parameters.addObject().put("name", name).put("in", place).put("required", required);
        parameter.putObject("schema").put("type", "string");
    }

    private static ObjectNode components() {
        var components = Json.object();
        var problem = components.putObject("responses").putObject("Problem").put("description", "Why it was refused");
        var schema = problem.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("type", "object");
        var properties = schema.putObject("properties");
        for (var name : List.of("type", "title", "code", "detail", "instance")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        return components;
    }

    private static JsonNode read(String example) {
        try {
            return Json.MAPPER.readTree(example);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("An example is not JSON: " + example, notJson);
        }
    }
}
