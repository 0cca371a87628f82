package io.posthorn.cloudapi.rendering;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a template and the variables in it: {@code {{1}}} or {@code {{first_name}}}. */
record VariableText(String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z0-9_]{1,512})}}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** The variables in the order in which a message names them: by number, or as they first stand there. */
    List<String> names() {
        var names = VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return names.stream().allMatch(VariableText::isNumber)
                ? names.stream()
                        .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
                        .toList()
                : names;
    }

    boolean isNamed() {
        return names().stream().anyMatch(name -> !isNumber(name));
    }

    /** What is not known stays as it is. */
    String filled(UnaryOperator<String> value) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var known = value.apply(found.group(1));
            return Matcher.quoteReplacement(known == null ? found.group() : known);
        });
    }

    private static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }
}
