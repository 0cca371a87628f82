package io.posthorn.endtoend.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Every public operation that a service documents, so that a test of all of them notices a new one by itself. */
record Operations(List<Operation> all) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * One operation; the path has its parameters in braces.
     *
     * @param role the lowest that suffices; null when no credential is asked for
     * @param endless answers with a stream of events or a file, nothing that ends as one JSON text
     * @param service the address of the service that answers it, behind the public door
     */
    record Operation(String method, String path, String role, boolean endless, String service) {
        boolean takesId() {
            return path.contains("{");
        }

        /** Is about the installation and nobody's workspace; no role in one suffices. */
        boolean isOperators() {
            return "operator".equals(role);
        }

        boolean reads() {
            return method.equals("GET");
        }

        /** The collection that the id is from: {@code channels} in {@code /api/v1/channels/{id}/disconnect}; logins are not drafts. */
        String collection() {
            var before = path.substring(0, path.indexOf("/{"));
            var name = before.substring(before.lastIndexOf('/') + 1);
            return before.startsWith("/api/v1/auth/") ? "auth-" + name : name;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        String pathFor(Object id) {
            return path.replaceAll("\\{[^}]+}", id.toString());
        }
    }

    static Operations documentedBy(Stack stack) {
        var found = new ArrayList<Operation>();
        Part.ours().stream()
                .filter(part -> part.schema().isPresent())
                .forEach(part -> found.addAll(operations(stack.url(part))));
        return new Operations(found);
    }

    /** An address that is open to everybody is no id, but a permission of its own. */
    List<Operation> takingId() {
        return all.stream()
                .filter(operation -> operation.takesId() && operation.role() != null && !operation.isOperators())
                .toList();
    }

    List<Operation> readingWithoutId() {
        return all.stream()
                .filter(operation -> operation.reads() && !operation.takesId())
                .filter(operation -> !operation.endless() && !operation.isOperators())
                .toList();
    }

    List<Operation> postingWithoutId() {
        return all.stream()
                .filter(operation -> operation.method().equals("POST") && !operation.takesId())
                .toList();
    }

    private static List<Operation> operations(String url) {
        var found = new ArrayList<Operation>();
        new JsonHttp(url)
                .send("GET", "/q/openapi?format=json", Map.of(), null)
                .expect(200)
                .body()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .filter(method -> path.getKey().startsWith("/api/v1/"))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey() + requiredQuery(method.getValue()),
                                role(method.getValue()),
                                isEndless(method.getValue()),
                                url))
                        .forEach(found::add));
        return found;
    }

    /** What has to be asked for is given as the document's example. */
    private static String requiredQuery(JsonNode operation) {
        var given = new StringJoiner("&", "?", "").setEmptyValue("");
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                var example = URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
                given.add(parameter.path("name").asText() + "=" + example);
            }
        }
        return given.toString();
    }

    private static String role(JsonNode operation) {
        return operation.path("security").path(0).path("SecurityScheme").path(0).asText(null);
    }

    private static boolean isEndless(JsonNode operation) {
        var content = operation.path("responses").path("200").path("content");
        return content.has("text/event-stream") || content.has("application/zip");
    }
}
