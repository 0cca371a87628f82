package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One component of a template message, with the place where it was written. */
record SentComponent(String pointer, JsonNode json) {
    static List<SentComponent> all(String pointer, JsonNode components) {
        return IntStream.range(0, components.size())
                .mapToObj(index -> new SentComponent(pointer + "/" + index, components.get(index)))
                .toList();
    }

    String type() {
        return lower("type");
    }

    boolean is(String type) {
        return type().equals(type);
    }

    String subType() {
        return lower("sub_type");
    }

    /** The button's place from 0, written as a number or as a text; -1 when it is neither. */
    int index() {
        var index = json.path("index");
        var text = index.isTextual() || index.isInt() ? index.asText() : "";
        return text.matches("[0-9]") ? Integer.parseInt(text) : -1;
    }

    /** Missing parameters are none. */
    JsonNode parameters() {
        return json.path("parameters");
    }

    String parameterPointer(int index) {
        return pointer + "/parameters/" + index;
    }

    private String lower(String field) {
        return json.path(field).asText("").toLowerCase(Locale.ROOT);
    }
}
