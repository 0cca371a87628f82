package io.posthorn.endtoend.configuration;

import io.posthorn.endtoend.Repository;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of docs/configuration.md. */
final class ConfigurationDocument {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([A-Z0-9_<>]+)` \\| `(posthorn\\.[a-z0-9.<>-]+)` \\|([^|]*)\\|");

    /** A row that begins with the name of a variable and the name of its property. */
    record Row(String variable, String property, String defaults) {
        boolean describes(String name) {
            var anyName = Pattern.quote(property).replace("<name>", "\\E(<name>|[a-z0-9-]+)\\Q");
            return name.matches(anyName);
        }
    }

    private final String text = Repository.read("docs/configuration.md");

    List<Row> rows() {
        return ROW.matcher(text)
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    boolean names(String variable) {
        return text.contains("`" + variable + "`");
    }
}
