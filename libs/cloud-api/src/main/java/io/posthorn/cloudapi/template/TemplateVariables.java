package io.posthorn.cloudapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The positional variables of a text: {@code {{1}}}, {@code {{2}}} and so on. */
final class TemplateVariables {
    private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final String VARIABLE = "\\{\\{[^{}]*}}";
    private static final String PLACE = "\uFFFC";
    private static final Pattern STRAY = Pattern.compile("\\{\\{|}}|\\{" + PLACE + "|" + PLACE + "}");
    private static final Pattern AT_START = Pattern.compile("\\A\\s*" + VARIABLE);
    private static final Pattern AT_END = Pattern.compile(VARIABLE + "\\s*\\z");
    private static final Pattern ADJACENT = Pattern.compile(VARIABLE + "\\s*" + VARIABLE);

    private TemplateVariables() {}

    /** What breaks Meta's rules for variables in a body. */
    static List<TemplateViolation> check(String pointer, String text) {
        var found = new ArrayList<TemplateViolation>();
        var numbers = new TreeSet<Integer>();
        var variables = BRACES.matcher(text);
        while (variables.find()) {
            if (NUMBER.matcher(variables.group(1)).matches()) {
                numbers.add(Integer.valueOf(variables.group(1)));
            } else {
                found.add(new TemplateViolation(
                        pointer, "variable_format", "A variable is a number from 1 in double braces, such as {{1}}"));
            }
        }
        if (STRAY.matcher(BRACES.matcher(text).replaceAll(PLACE)).find()) {
            found.add(new TemplateViolation(pointer, "variable_unbalanced", "Double braces open and close in pairs"));
        }
        if (!numbers.isEmpty() && numbers.last() != numbers.size()) {
            found.add(new TemplateViolation(
                    pointer, "variable_gap", "Variables count from {{1}} without gaps; missing: " + missing(numbers)));
        }
        if (AT_START.matcher(text).find()) {
            found.add(new TemplateViolation(pointer, "variable_at_start", "Put words before the first variable"));
        }
        if (AT_END.matcher(text).find()) {
            found.add(new TemplateViolation(
                    pointer, "variable_at_end", "Put words or a punctuation mark after the last variable"));
        }
        if (ADJACENT.matcher(text).find()) {
            found.add(new TemplateViolation(pointer, "variables_adjacent", "Put words between two variables"));
        }
        return found.stream().distinct().toList();
    }

    /** Names a few, for there may be hundreds. */
    private static String missing(TreeSet<Integer> numbers) {
        return IntStream.rangeClosed(1, numbers.last())
                .filter(number -> !numbers.contains(number))
                .limit(5)
                .mapToObj("{{%d}}"::formatted)
                .collect(Collectors.joining(", "));
    }
}
