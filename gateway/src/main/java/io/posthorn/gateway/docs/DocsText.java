package io.posthorn.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An OpenAPI document, written out for people: operations by tag, each with what it takes and what it answers. */
final class DocsText {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    private record Operation(String method, String path, JsonObject text) {}

    private final JsonObject document;

    DocsText(JsonObject document) {
        this.document = document;
    }

    String html(String style) {
        var byTag = byTag();
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Posthorn API</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Posthorn API</h1>\n<p>")
                .append(escape(document.getJsonObject("info").getString("description")))
                .append("</p>\n<p>For programs: <a href=\"/openapi\">/openapi</a> (OpenAPI 3.1).</p>\n<nav>");
        byTag.keySet().forEach(tag -> html.append("<a href=\"#%1$s\">%2$s</a>".formatted(anchor(tag), escape(tag))));
        html.append("</nav>\n");
        byTag.forEach((tag, operations) -> {
            html.append("<h2 id=\"%s\">%s</h2>\n".formatted(anchor(tag), escape(tag)));
            operations.forEach(operation -> write(operation, html));
        });
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private Map<String, List<Operation>> byTag() {
        var byTag = new TreeMap<String, List<Operation>>(String.CASE_INSENSITIVE_ORDER);
        var paths = document.getJsonObject("paths");
        for (var path : paths.fieldNames()) {
            for (var method : METHODS) {
                var text = paths.getJsonObject(path).getJsonObject(method);
                if (text != null) {
                    var tag = text.getJsonArray("tags", JsonArray.of("other")).getString(0);
                    byTag.computeIfAbsent(tag, first -> new ArrayList<>()).add(new Operation(method, path, text));
                }
            }
        }
        return byTag;
    }

    private void write(Operation operation, StringBuilder html) {
        var text = operation.text();
        html.append(
                "<details id=\"%s\"><summary><b class=\"method\">%s</b> <code>%s</code> <span class=\"soft\">%s</span></summary><div>\n"
                        .formatted(
                                escape(text.getString("operationId", "")),
                                operation.method().toUpperCase(),
                                escape(operation.path()),
                                escape(text.getString("summary", ""))));
        if (text.containsKey("description")) {
            html.append("<p>").append(escape(text.getString("description"))).append("</p>\n");
        }
        html.append("<p class=\"soft\">").append(escape(credentials(text))).append("</p>\n");
        writeParameters(text.getJsonArray("parameters", new JsonArray()), html);
        writeContent("Body", text.getJsonObject("requestBody", new JsonObject()), html);
        var responses = text.getJsonObject("responses", new JsonObject());
        responses.fieldNames().stream().sorted().forEach(status -> {
            var response = resolved(responses.getJsonObject(status));
            html.append(
                    "<h3>%s</h3><p>%s</p>\n".formatted(escape(status), escape(response.getString("description", ""))));
            if (status.startsWith("2")) {
                writeContent("", response, html);
            }
        });
        html.append("</div></details>\n");
    }

    private static String credentials(JsonObject operation) {
        var security = operation.getJsonArray("security");
        if (security == null || security.isEmpty()) {
            return "Open to everybody.";
        }
        var role = security.getJsonObject(0).getJsonArray("accessToken", new JsonArray());
        return role.isEmpty()
                ? "Needs an access token or an API key."
                : "Needs the role %s.".formatted(role.getString(0));
    }

    private void writeParameters(JsonArray parameters, StringBuilder html) {
        if (parameters.isEmpty()) {
            return;
        }
        html.append("<h3>Parameters</h3><table>\n");
        for (var each : parameters) {
            var parameter = (JsonObject) each;
            row(
                    html,
                    parameter.getString("name"),
                    "%s, %s%s"
                            .formatted(
                                    parameter.getString("in"),
                                    type(parameter.getJsonObject("schema", new JsonObject())),
                                    parameter.getBoolean("required", false) ? ", required" : ""),
                    parameter.getString("description", ""));
        }
        html.append("</table>\n");
    }

    private void writeContent(String heading, JsonObject holder, StringBuilder html) {
        var content = holder.getJsonObject("content", new JsonObject());
        for (var type : content.fieldNames()) {
            html.append("<h3>%s <code>%s</code></h3>\n".formatted(heading, escape(type)));
            var body = content.getJsonObject(type);
            writeProperties(resolved(body.getJsonObject("schema", new JsonObject())), html);
            writeExamples(body, html);
        }
    }

    private void writeProperties(JsonObject schema, StringBuilder html) {
        var properties = schema.getJsonObject("properties", new JsonObject());
        if (properties.isEmpty()) {
            return;
        }
        var required = schema.getJsonArray("required", new JsonArray());
        html.append("<table>\n");
        for (var name : properties.fieldNames()) {
            var property = properties.getJsonObject(name);
            row(
                    html,
                    name,
                    type(property) + (required.contains(name) ? ", required" : ""),
                    property.getString("description", ""));
        }
        html.append("</table>\n");
    }

    private static void writeExamples(JsonObject body, StringBuilder html) {
        var examples = new ArrayList<Object>();
        if (body.containsKey("example")) {
            examples.add(body.getValue("example"));
        }
        body.getJsonObject("examples", new JsonObject())
                .forEach(example -> examples.add(((JsonObject) example.getValue()).getValue("value")));
        for (var example : examples) {
            var text = example instanceof JsonObject object ? object.encodePrettily() : String.valueOf(example);
            html.append("<pre>").append(escape(text)).append("</pre>\n");
        }
    }

    private static void row(StringBuilder html, String name, String type, String description) {
        html.append("<tr><td><code>%s</code></td><td class=\"soft\">%s</td><td>%s</td></tr>\n"
                .formatted(escape(name), escape(type), escape(description)));
    }

    private static String type(JsonObject schema) {
        if (schema.containsKey("$ref")) {
            return schema.getString("$ref").replace(SCHEMAS, "");
        }
        if (schema.containsKey("items")) {
            return "list of " + type(schema.getJsonObject("items"));
        }
        if (schema.containsKey("enum")) {
            return "one of "
                    + schema.getJsonArray("enum").stream().map(String::valueOf).toList();
        }
        return String.valueOf(schema.getValue("type", "any"));
    }

    private JsonObject resolved(JsonObject object) {
        var reference = object.getString("$ref");
        if (reference == null) {
            return object;
        }
        var found = document;
        for (var step : reference.substring(2).split("/")) {
            found = found.getJsonObject(step);
        }
        return resolved(found);
    }

    private static String anchor(String tag) {
        return "tag-" + tag.toLowerCase().replaceAll("[^a-z0-9]+", "-");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
