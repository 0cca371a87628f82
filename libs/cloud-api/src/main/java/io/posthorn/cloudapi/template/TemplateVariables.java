package io.posthorn.cloudapi.template;

import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.rule.Violations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

    /** Meta keeps its formula to itself; this is what people have found to pass. */
    private static final int WORDS_FOR_EACH = 3;

    private final String text;
    private final List<String> names;
    private final TreeSet<Integer> numbers;

    private TemplateVariables(String text) {
        this.text = text;
        this.names = BRACES.matcher(text).results().map(found -> found.group(1)).toList();
        this.numbers = names.stream()
                .filter(name -> NUMBER.matcher(name).matches())
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static TemplateVariables of(String text) {
        return new TemplateVariables(text == null ? "" : text);
    }

    /** How many values the text needs. */
    int count() {
        return numbers.size();
    }

    /** True when its variables have names: {@code {{first_name}}}. */
    boolean isNamed() {
        return numbers.isEmpty() && !names.isEmpty();
    }

    /** The names of its variables, each once, in the order in which they stand there. */
    Set<String> words() {
        return new LinkedHashSet<>(names);
    }

    /** How many values a message has to give, numbered or named. */
    int values() {
        return isNamed() ? words().size() : count();
    }

    /** The text with its named variables replaced. */
    String filledByName(UnaryOperator<String> value) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    int occurrences() {
        return names.size();
    }

    /** The text with its variables replaced; numbers count from 1. */
    String filled(IntFunction<String> value) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found, value)));
    }

    private static String replacement(MatchResult found, IntFunction<String> value) {
        var name = found.group(1);
        return NUMBER.matcher(name).matches() ? value.apply(Integer.parseInt(name)) : found.group();
    }

    /** Variables that are not written as Meta wants them, anywhere. */
    List<Violation> malformed(String pointer) {
        var found = new Violations();
        if (names.stream().anyMatch(name -> !NUMBER.matcher(name).matches())) {
            found.add(pointer, "variable_format", "A variable is a number from 1 in double braces, such as {{1}}");
        }
        if (STRAY.matcher(BRACES.matcher(text).replaceAll(PLACE)).find()) {
            found.add(pointer, "variable_unbalanced", "Double braces open and close in pairs");
        }
        if (!numbers.isEmpty() && numbers.last() != numbers.size()) {
            found.add(pointer, "variable_gap", "Variables count from {{1}} without gaps; missing: %s", missing());
        }
        return found.list();
    }

    /** Variables that stand where a body does not take them. */
    List<Violation> misplaced(String pointer) {
        var found = new Violations();
        if (AT_START.matcher(text).find()) {
            found.add(pointer, "variable_at_start", "Put words before the first variable");
        }
        if (AT_END.matcher(text).find()) {
            found.add(pointer, "variable_at_end", "Put words or a punctuation mark after the last variable");
        }
        if (ADJACENT.matcher(text).find()) {
            found.add(pointer, "variables_adjacent", "Put words between two variables");
        }
        var words = Texts.words(BRACES.matcher(text).replaceAll(" "));
        var needed = WORDS_FOR_EACH * count() + 1;
        if (count() > 0 && words < needed) {
            found.add(
                    pointer,
                    "variable_ratio",
                    "Too many variables for so few words: with %d, write at least %d words, not %d",
                    count(),
                    needed,
                    words);
        }
        return found.list();
    }

    /** Names a few, for there may be hundreds. */
    private String missing() {
        return IntStream.rangeClosed(1, numbers.last())
                .filter(number -> !numbers.contains(number))
                .limit(5)
                .mapToObj("{{%d}}"::formatted)
                .collect(Collectors.joining(", "));
    }
}
