package io.posthorn.endtoend.seeing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;

/** Every operation of every document, asked with the same words wherever it takes words, and with ids of things that are there. */
final class DocumentedRequests {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int DEEPEST = 6;

    /**
     * One request.
     *
     * @param service that documents it; what it keeps for neighbours is not behind the gateway
     * @param endless answers with a stream of events, which nobody can read to its end
     */
    record Request(
            Part service, String method, String path, Map<String, String> headers, JsonNode body, boolean endless) {
        boolean isInternal() {
            return path.startsWith("/internal/");
        }
    }

    private final Part service;
    private final JsonNode document;
    private final Function<String, String> words;
    private final Map<String, UUID> ids;

    private DocumentedRequests(Part service, JsonNode document, Function<String, String> words, Map<String, UUID> ids) {
        this.service = service;
        this.document = document;
        this.words = words;
        this.ids = ids;
    }

    /**
     * One of each.
     *
     * @param words the text for a parameter or property by its name
     * @param ids by collection; where there is none the path is said in words as well
     */
    static List<Request> of(Stack stack, Function<String, String> words, Map<String, UUID> ids) {
        return Part.ours().stream()
                .filter(part -> part.schema().isPresent())
                .flatMap(
                        part -> new DocumentedRequests(part, document(stack.url(part)), words, ids).requests().stream())
                .toList();
    }

    private List<Request> requests() {
        var requests = new ArrayList<Request>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> request(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))
                .forEach(requests::add));
        return requests;
    }

    private Request request(String method, String path, JsonNode operation) {
        var headers = new HashMap<String, String>();
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> query.add(name + "=" + encoded(words.apply(name)));
                case "header" -> headers.put(name, words.apply(name));
                default -> {}
            }
        }
        var named = path;
        while (named.contains("{")) {
            var before = named.substring(0, named.indexOf('{'));
            var name = named.substring(before.length() + 1, named.indexOf('}'));
            var collection = before.substring(before.lastIndexOf('/', before.length() - 2) + 1, before.length() - 1);
            var id = ids.get(collection);
            named = named.replace("{" + name + "}", encoded(id == null ? words.apply(name) : id.toString()));
        }
        var content = operation.path("requestBody").path("content");
        var type = content.has("application/json") ? "application/json" : firstName(content);
        var body = type == null ? null : value(content.path(type).path("schema"), "", 0);
        if (type != null) {
            headers.put("Content-Type", type.contains("*") ? "application/octet-stream" : type);
        }
        var endless = operation.path("responses").path("200").path("content").has("text/event-stream");
        return new Request(service, method, named + query, headers, body, endless);
    }

    private JsonNode value(JsonNode given, String name, int depth) {
        var schema = resolved(given);
        if (depth > DEEPEST) {
            return JsonHttp.MAPPER.nullNode();
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" ->
                ((ArrayNode) JsonHttp.MAPPER.createArrayNode()).add(value(schema.path("items"), name, depth + 1));
            case "integer", "number" -> JsonHttp.MAPPER.getNodeFactory().numberNode(7);
            case "boolean" -> JsonHttp.MAPPER.getNodeFactory().booleanNode(true);
            default -> JsonHttp.MAPPER.getNodeFactory().textNode(words.apply(name));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JsonHttp.MAPPER.createObjectNode();
        for (var part : schema.path("allOf")) {
            object.setAll(object(resolved(part), depth + 1));
        }
        schema.path("properties")
                .properties()
                .forEach(property ->
                        object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1)));
        if (schema.path("additionalProperties").isObject()) {
            object.set("other", value(schema.path("additionalProperties"), "other", depth + 1));
        }
        return object;
    }

    private static String type(JsonNode schema) {
        if (schema.has("properties") || schema.has("allOf")) {
            return "object";
        }
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText("string");
    }

    /** The first of alternatives. */
    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.path(choice).isArray() && !schema.has("properties")) {
                return resolved(schema.path(choice).path(0));
            }
        }
        return schema;
    }

    private static String firstName(JsonNode object) {
        var names = object.fieldNames();
        return names.hasNext() ? names.next() : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode document(String url) {
        return new JsonHttp(url)
                .send("GET", "/q/openapi?format=json", Map.of(), null)
                .expect(200)
                .body();
    }
}
