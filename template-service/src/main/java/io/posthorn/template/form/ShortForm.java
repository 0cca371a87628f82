package io.posthorn.template.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns header, body, footer and buttons of the short form into Meta's components, and places in those back. */
final class ShortForm {
    static final String FILE = "media:";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern COMPONENT = Pattern.compile("/components/(\\d+)(/.*)?");
    private static final Pattern EXAMPLES = Pattern.compile(
            "/example/(?:body_text/0|body_text|body_text_named_params|header_text/0|header_text_named_params|header_text)(/.*)?");
    private static final Pattern LINK_EXAMPLE = Pattern.compile("(/\\d+/example)/0");

    private ShortForm() {}

    static ArrayNode components(ObjectNode request) {
        var components = JSON.arrayNode();
        for (var part : List.of("header", "body", "footer", "buttons")) {
            var component = component(part, request.path(part));
            if (component != null) {
                components.add(component);
            }
        }
        return components;
    }

    /** Null for what is not there; a body is always there, for it is always needed. */
    static JsonNode component(String part, JsonNode written) {
        var missing = written.isMissingNode() || written.isNull();
        return switch (part) {
            case "body" -> body(written);
            case "header" -> missing ? null : header(written);
            case "footer" -> missing ? null : typed("FOOTER", written);
            default -> missing || (written.isArray() && written.isEmpty()) ? null : buttons(written);
        };
    }

    /** Where the client finds what stands there in the components. */
    static String pointer(JsonNode components, String pointer, boolean bareBody) {
        var place = COMPONENT.matcher(pointer);
        if (!place.matches()) {
            return pointer.equals("/components") ? "/body/text" : pointer;
        }
        var component = components.path(Integer.parseInt(place.group(1)));
        var rest = place.group(2) == null ? "" : place.group(2);
        return switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
            case "HEADER" ->
                "/header" + (isFile(component) && rest.startsWith("/example") ? "/mediaId" : example(rest, ""));
            case "BODY" -> bareBody && !rest.startsWith("/example") ? "/body" : "/body" + example(rest, "$1");
            case "FOOTER" -> "/footer" + rest;
            case "BUTTONS" -> button(rest);
            default -> pointer;
        };
    }

    private static JsonNode header(JsonNode written) {
        var component = typed("HEADER", written);
        if (component instanceof ObjectNode header) {
            var file = header.remove("mediaId");
            if (file != null && !file.isNull()) {
                if (header.path("format").asText("").equalsIgnoreCase("TEXT")) {
                    header.set("mediaId", file);
                } else {
                    header.putObject("example").putArray("header_handle").add(FILE + file.asText());
                }
            } else if (header.path("example").isValueNode()
                    && !header.path("example").isNull()) {
                var example = header.remove("example");
                header.putObject("example").putArray("header_text").add(example);
            } else if (isNames(header.path("example"))) {
                header.set("example", named("header_text", header.get("example")));
            }
        }
        return component;
    }

    private static JsonNode body(JsonNode written) {
        if (written.isTextual() || written.isMissingNode() || written.isNull()) {
            var body = JSON.objectNode().put("type", "BODY");
            return written.isTextual() ? body.set("text", written) : body;
        }
        var component = typed("BODY", written);
        if (component instanceof ObjectNode body) {
            var example = body.path("example");
            if (example.isArray() && example.isEmpty()) {
                body.remove("example");
            } else if (example.isArray()) {
                body.set(
                        "example",
                        JSON.objectNode().set("body_text", JSON.arrayNode().add(example)));
            } else if (isNames(example)) {
                body.set("example", named("body_text", example));
            }
        }
        return component;
    }

    private static JsonNode buttons(JsonNode written) {
        var component = JSON.objectNode().put("type", "BUTTONS");
        if (!written.isArray()) {
            return component.set("buttons", written);
        }
        var buttons = component.putArray("buttons");
        written.forEach(given -> buttons.add(button(given)));
        return component;
    }

    private static JsonNode button(JsonNode given) {
        if (!(given.deepCopy() instanceof ObjectNode button)) {
            return given;
        }
        for (var field : List.of("text", "url", "phoneNumber", "example")) {
            if (button.path(field).isNull()) {
                button.remove(field);
            }
        }
        if (button.has("phoneNumber")) {
            button.set("phone_number", button.remove("phoneNumber"));
        }
        if (button.path("example").isTextual() && button.path("type").asText("").equalsIgnoreCase("URL")) {
            button.set("example", JSON.arrayNode().add(button.get("example")));
        }
        return button;
    }

    /** {@code {"first_name":"Ana"}}: examples of variables with names. */
    private static boolean isNames(JsonNode example) {
        return example.isObject() && !example.isEmpty() && example.valueStream().allMatch(JsonNode::isValueNode);
    }

    private static ObjectNode named(String field, JsonNode examples) {
        var list = JSON.arrayNode();
        examples.propertyStream()
                .forEach(example ->
                        list.addObject().put("param_name", example.getKey()).set("example", example.getValue()));
        return JSON.objectNode().set(field + "_named_params", list);
    }

    /** Anything but an object stays as it is, so that it is reported. */
    private static JsonNode typed(String type, JsonNode written) {
        if (!(written.deepCopy() instanceof ObjectNode component)) {
            return JSON.objectNode().put("type", type).set("text", written);
        }
        component
                .propertyStream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(component::remove);
        return component.put("type", type);
    }

    private static boolean isFile(JsonNode header) {
        return !header.path("format").asText("").equalsIgnoreCase("TEXT");
    }

    private static String example(String rest, String item) {
        return EXAMPLES.matcher(rest).replaceFirst("/example" + item);
    }

    private static String button(String rest) {
        var place = rest.startsWith("/buttons") ? rest.substring("/buttons".length()) : rest;
        return "/buttons" + LINK_EXAMPLE.matcher(place).replaceFirst("$1").replace("/phone_number", "/phoneNumber");
    }
}
