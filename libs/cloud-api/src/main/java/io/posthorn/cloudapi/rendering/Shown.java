package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;

/** What a reader sees in place of a variable. */
final class Shown {
    private Shown() {}

    /** Of a text, or of an amount or a date; null when it is neither. */
    static String value(JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        var type = value.path("type").asText("");
        return type.equals("text")
                ? value.path("text").textValue()
                : value.path(type).path("fallback_value").textValue();
    }

    static String body(Layout layout, JsonNode variables) {
        var names = layout.body().names();
        var given = variables.path("body");
        return layout.body().filled(name -> {
            if (layout.code()) {
                return value(variables.path("code"));
            }
            return value(given.isArray() ? given.path(names.indexOf(name)) : given.path(name));
        });
    }

    static String header(Layout layout, JsonNode variables) {
        return layout.header().text().filled(name -> value(variables.path("header")));
    }

    static String address(VariableText url, JsonNode value) {
        return url.filled(name -> value(value));
    }
}
