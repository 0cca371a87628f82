package io.posthorn.endtoend.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The services' documents as one, said the way clients see it: one door, one form of problems, two kinds of credentials. */
final class MergedDocument {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String INTERNAL = "/internal/";
    private static final String COMPATIBLE = "/graph/";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> operationIds = new TreeSet<>();

    private MergedDocument() {}

    /** By service, in the order in which the first one keeps the name of a schema that two of them have. */
    static ObjectNode of(Map<String, JsonNode> documents) {
        var merged = new MergedDocument();
        documents.forEach(merged::add);
        return merged.document();
    }

    private void add(String service, JsonNode original) {
        var document = original.deepCopy();
        document.path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            var schema = original.path("components").path("schemas").path(name);
            if (schemas.containsKey(name) && !schemas.get(name).equals(schema)) {
                rename(document, SCHEMAS + name, SCHEMAS + capital(service) + name);
            }
        });
        document.path("components").path("schemas").properties().forEach(schema -> {
            var given = original.path("components").path("schemas").path(schema.getKey());
            boolean isTaken = schemas.containsKey(schema.getKey())
                    && !schemas.get(schema.getKey()).equals(given);
            schemas.put(isTaken ? capital(service) + schema.getKey() : schema.getKey(), schema.getValue());
        });
        document.path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith(INTERNAL))
                .forEach(path -> add(path.getKey(), (ObjectNode) path.getValue()));
    }

    /** What only Java understands, or what the generator knows no word for. */
    private static void sayForEverybody(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("pattern").asText().startsWith("(?U)")) {
                object.put("pattern", object.path("pattern").asText().substring("(?U)".length()));
            }
            if (object.has("in") && object.has("name") && !object.has("schema") && !object.has("type")) {
                object.putObject("schema").put("type", "string");
            }
        }
        node.forEach(MergedDocument::sayForEverybody);
    }

    private void add(String path, ObjectNode item) {
        item.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> complete(method.getKey(), path, (ObjectNode) method.getValue()));
        if (paths.put(path, item) != null) {
            throw new IllegalStateException("Two services document " + path);
        }
    }

    private void complete(String method, String path, ObjectNode operation) {
        if (!operation.has("operationId")) {
            operation.put("operationId", nameOf(method, path));
        }
        if (!operationIds.add(operation.path("operationId").asText())) {
            throw new IllegalStateException("Two operations are called " + operation.path("operationId"));
        }
        operation.path("tags").forEach(tag -> tags.add(tag.asText()));
        nameCredentials(operation);
        if (!path.startsWith(COMPATIBLE)) {
            sayProblems((ObjectNode) operation.withObjectProperty("responses"));
        }
    }

    /** {@code getMediaByIdContent}: as stable as the path. */
    private static String nameOf(String method, String path) {
        var name = new StringBuilder(method);
        for (var segment : path.replaceFirst("^/api/v1", "").split("[/.-]")) {
            if (!segment.isEmpty()) {
                name.append(
                        segment.startsWith("{") ? "By" + capital(segment.replaceAll("[{}]", "")) : capital(segment));
            }
        }
        return name.toString();
    }

    /** The services know one kind, with the lowest role that suffices; the gateway takes an API key for it as well. */
    private static void nameCredentials(ObjectNode operation) {
        var said = operation.path("security").path(0).path("SecurityScheme");
        var security = operation.putArray("security");
        if (said.isMissingNode()) {
            return;
        }
        security.addObject().set("accessToken", said);
        security.addObject().set("apiKey", said.deepCopy());
    }

    private static void sayProblems(ObjectNode responses) {
        responses.properties().stream()
                .filter(response ->
                        response.getKey().startsWith("4") || response.getKey().startsWith("5"))
                .filter(response -> !response.getValue().has("content"))
                .forEach(response -> ((ObjectNode) response.getValue())
                        .putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema")
                        .put("$ref", SCHEMAS + "Problem"));
        for (var answer : new String[] {"4XX", "5XX"}) {
            responses.putObject(answer).put("$ref", "#/components/responses/" + answer);
        }
    }

    private ObjectNode document() {
        var document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Posthorn")
                .put("version", "v1")
                .put("summary", "Talk to customers over WhatsApp Business")
                .put(
                        "description",
                        "Everything goes through one door. Paths without a version mean the current one; lists are paged by cursor; "
                                + "creating requests may carry an `Idempotency-Key`. Errors are problem documents (RFC 9457) with a stable `code`.")
                .putObject("license")
                .put("name", "Apache License 2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "This installation");
        var named = document.putArray("tags");
        tags.forEach(tag -> named.addObject().put("name", tag));
        paths.forEach(document.putObject("paths")::set);
        addComponents(document.putObject("components"));
        sayForEverybody(document);
        dropWhatNobodyNeeds(document);
        return document;
    }

    private static void dropWhatNobodyNeeds(ObjectNode document) {
        var schemas = (ObjectNode) document.at("/components/schemas");
        int before;
        do {
            before = schemas.size();
            var needed = new TreeSet<String>();
            document.findValues("$ref")
                    .forEach(reference -> needed.add(reference.asText().replace(SCHEMAS, "")));
            schemas.retain(needed);
        } while (schemas.size() < before);
    }

    private void addComponents(ObjectNode components) {
        schemas.put("Problem", problem());
        schemas.put("JsonNode", JSON.createObjectNode().put("description", "Any JSON"));
        schemas.forEach(components.putObject("schemas")::set);
        var responses = components.putObject("responses");
        addResponse(responses, "4XX", "The request cannot be carried out as it is; `code` says why");
        addResponse(responses, "5XX", "The request may be repeated where `retryable` is true");
        var credentials = components.putObject("securitySchemes");
        credentials
                .putObject("accessToken")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "From logging in; an API key is taken in its place. The word is the lowest role that suffices");
        credentials
                .putObject("apiKey")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "`ph_live_…`, within its scopes");
    }

    private static void addResponse(ObjectNode responses, String name, String description) {
        responses
                .putObject(name)
                .put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", SCHEMAS + "Problem");
    }

    private static ObjectNode problem() {
        var problem =
                JSON.createObjectNode().put("type", "object").put("description", "RFC 9457; `code` is for programs");
        var required = problem.putArray("required");
        var properties = problem.putObject("properties");
        Map.of("type", "string", "title", "string", "status", "integer", "code", "string", "retryable", "boolean")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> {
                    properties.putObject(field.getKey()).put("type", field.getValue());
                    required.add(field.getKey());
                });
        Map.of("detail", "string", "instance", "string", "traceId", "string", "retryAfter", "integer")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> properties.putObject(field.getKey()).put("type", field.getValue()));
        var error = properties
                .putObject("errors")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        var parts = error.putObject("properties");
        for (var part : new String[] {"pointer", "code", "message"}) {
            parts.putObject(part).put("type", "string");
        }
        return problem;
    }

    private static void rename(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && from.equals(object.path("$ref").asText())) {
            object.put("$ref", to);
        }
        node.forEach(child -> rename(child, from, to));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
