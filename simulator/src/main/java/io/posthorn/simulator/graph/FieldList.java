package io.posthorn.simulator.graph;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code a,b{c,d},e}: the names of the outer level; what stands in braces is not looked at. */
final class FieldList {
    private FieldList() {}

    /** The names in the braces behind a name. */
    static List<String> namesOf(String field, String fields) {
        var begin = fields.indexOf(field + "{");
        if (begin < 0) {
            return List.of();
        }
        var inner = fields.substring(begin + field.length() + 1);
        var depth = 1;
        for (var place = 0; place < inner.length(); place++) {
            depth += inner.charAt(place) == '{' ? 1 : inner.charAt(place) == '}' ? -1 : 0;
            if (depth == 0) {
                return names(inner.substring(0, place));
            }
        }
        return names(inner);
    }

    static List<String> names(String fields) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        var depth = 0;
        for (var sign : (fields + ",").toCharArray()) {
            if (sign == '{') {
                depth++;
            } else if (sign == '}') {
                depth--;
            } else if (depth == 0 && sign == ',') {
                names.add(name.toString().trim());
                name.setLength(0);
            } else if (depth == 0) {
                name.append(sign);
            }
        }
        names.removeIf(String::isEmpty);
        return names;
    }
}
