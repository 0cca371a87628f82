package io.posthorn.endtoend.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a client of the older document could no longer rely on under the newer one. */
final class BreakingChanges {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode older;
    private final JsonNode newer;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private BreakingChanges(JsonNode older, JsonNode newer) {
        this.older = older;
        this.newer = newer;
    }

    static List<String> between(JsonNode older, JsonNode newer) {
        var changes = new BreakingChanges(older, newer);
        older.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> changes.compareOperation(
                        method.getKey().toUpperCase() + " " + path.getKey(),
                        method.getValue(),
                        newer.path("paths").path(path.getKey()).path(method.getKey()))));
        return changes.found;
    }

    private void compareOperation(String where, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            found.add(where + " is gone");
            return;
        }
        if (!before.path("operationId").equals(after.path("operationId"))) {
            found.add(where + " has another operationId");
        }
        compareParameters(where, before.path("parameters"), after.path("parameters"));
        compareContent(
                where + " request",
                before.path("requestBody").path("content"),
                after.path("requestBody").path("content"),
                true);
        if (!before.path("requestBody").path("required").asBoolean()
                && after.path("requestBody").path("required").asBoolean()) {
            found.add(where + " needs a body now");
        }
        before.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> compareAnswer(
                        where + " " + response.getKey(),
                        response.getValue(),
                        after.path("responses").path(response.getKey())));
    }

    private void compareParameters(String where, JsonNode before, JsonNode after) {
        for (var parameter : before) {
            if (same(parameter, after).isMissingNode()) {
                found.add("%s no longer takes %s"
                        .formatted(where, parameter.path("name").asText()));
            }
        }
        for (var parameter : after) {
            var known = same(parameter, before);
            if (parameter.path("required").asBoolean()
                    && !known.path("required").asBoolean()) {
                found.add("%s needs %s now"
                        .formatted(where, parameter.path("name").asText()));
            }
        }
    }

    private static JsonNode same(JsonNode parameter, JsonNode among) {
        for (var other : among) {
            if (other.path("name").equals(parameter.path("name"))
                    && other.path("in").equals(parameter.path("in"))) {
                return other;
            }
        }
        return parameter.path("there is none");
    }

    private void compareAnswer(String where, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            found.add(where + " is no longer answered");
        } else {
            compareContent(where, before.path("content"), after.path("content"), false);
        }
    }

    private void compareContent(String where, JsonNode before, JsonNode after, boolean isRequest) {
        before.properties().forEach(type -> {
            if (!after.has(type.getKey())) {
                found.add("%s no longer speaks %s".formatted(where, type.getKey()));
            } else {
                compareSchema(
                        where,
                        type.getValue().path("schema"),
                        after.path(type.getKey()).path("schema"),
                        isRequest);
            }
        });
    }

    /** A request may not need more, an answer may not hold less, and nothing may become of another type. */
    private void compareSchema(String where, JsonNode before, JsonNode after, boolean isRequest) {
        if (!compared.add(where + before + after) || where.length() > 500) {
            return;
        }
        var was = resolved(older, before);
        var is = resolved(newer, after);
        if (was.has("type") && is.has("type") && !was.path("type").equals(is.path("type"))) {
            found.add("%s was %s and is %s".formatted(where, was.path("type"), is.path("type")));
        }
        compareWords(where, was.path("enum"), is.path("enum"), isRequest);
        was.path("properties").properties().forEach(property -> {
            var name = where + "/" + property.getKey();
            var now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                found.add(name + " is gone");
            } else {
                compareSchema(name, property.getValue(), now, isRequest);
            }
        });
        if (isRequest) {
            for (var needed : is.path("required")) {
                if (!contains(was.path("required"), needed)) {
                    found.add("%s/%s is needed now".formatted(where, needed.asText()));
                }
            }
        }
        if (was.has("items")) {
            compareSchema(where + "[]", was.path("items"), is.path("items"), isRequest);
        }
    }

    private void compareWords(String where, JsonNode before, JsonNode after, boolean isRequest) {
        for (var word : before) {
            if (isRequest && after.isArray() && !contains(after, word)) {
                found.add("%s no longer takes %s".formatted(where, word));
            }
        }
    }

    private static boolean contains(JsonNode list, JsonNode wanted) {
        for (var entry : list) {
            if (entry.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document, document.at(schema.path("$ref").asText().substring(1)))
                : schema;
    }
}
