package io.posthorn.cloudapi.template;

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

/** The positional variables of a text: {@code {{1}}}, {@code {{2}}} and so on. */
final class TemplateVariables {
    private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

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

    /** The text with its variables replaced; numbers count from 1. */
    String filled(IntFunction<String> value) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found, value)));
    }

    private static String replacement(MatchResult found, IntFunction<String> value) {
        var name = found.group(1);
        return NUMBER.matcher(name).matches() ? value.apply(Integer.parseInt(name)) : found.group();
    }
}
