package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.node.TextNode;
import io.posthorn.cloudapi.template.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The variables of a text, as they are written, right or wrong. */
final class Placeholders {
    private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String PLACE = "\uFFFC";
    private static final Pattern STRAY = Pattern.compile("\\{\\{|}}|\\{" + PLACE + "|" + PLACE + "}");
    private static final Pattern AT_START = Pattern.compile("\\A\\s*\\{\\{[^{}]*}}");
    private static final Pattern AT_END = Pattern.compile("\\{\\{[^{}]*}}\\s*\\z");
    private static final Pattern ADJACENT = Pattern.compile("\\{\\{[^{}]*}}\\s*\\{\\{[^{}]*}}");

    /** Meta keeps its formula to itself; this is what people have found to pass. */
    private static final int WORDS_FOR_EACH = 3;

    private final String text;
    private final List<String> names;

    private Placeholders(String text) {
        this.text = text;
        this.names = text.indexOf("{{") < 0
                ? List.of()
                : BRACES.matcher(text).results().map(found -> found.group(1)).toList();
    }

    static Placeholders of(String text) {
        return new Placeholders(text);
    }

    /** Each once, in the order in which they are first met. */
    List<String> distinct() {
        return names.stream().distinct().toList();
    }

    /** How many values a message has to give. */
    int count() {
        return (int) names.stream().distinct().count();
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean isOneAtTheEnd() {
        return names.size() == 1 && text.endsWith("{{" + names.getFirst() + "}}");
    }

    boolean isAtAnEdge() {
        return AT_START.matcher(text).find() || AT_END.matcher(text).find();
    }

    /** How they are written, anywhere. */
    void checkForm(Part where, boolean named) {
        if (text.indexOf("{{") < 0 && text.indexOf("}}") < 0) {
            return;
        }
        if (STRAY.matcher(BRACES.matcher(text).replaceAll(PLACE)).find()) {
            where.add(Rule.VARIABLE_UNBALANCED);
        }
        var odd =
                names.stream().filter(name -> !isNumber(name) && !isName(name)).toList();
        if (!odd.isEmpty()) {
            addFormat(where, odd);
            return;
        }
        if (names.stream().anyMatch(named ? Placeholders::isNumber : Placeholders::isName)) {
            addMixed(where, named);
        } else if (named && count() < names.size()) {
            where.add(Rule.VARIABLE_REPEATED);
        } else if (!named) {
            checkNumbers(where);
        }
    }

    /** Where they stand in a body. */
    void checkPlaces(Part where) {
        if (names.isEmpty()) {
            return;
        }
        if (AT_START.matcher(text).find()) {
            where.add(Rule.VARIABLE_AT_START);
        }
        if (AT_END.matcher(text).find()) {
            where.addWithText(Rule.VARIABLE_AT_END, text.stripTrailing() + ".");
        }
        if (ADJACENT.matcher(text).find()) {
            where.add(Rule.VARIABLES_ADJACENT);
        }
        var words = Texts.words(BRACES.matcher(text).replaceAll(" "));
        var needed = WORDS_FOR_EACH * count() + 1;
        if (words < needed) {
            where.add(
                    Rule.VARIABLE_RATIO,
                    "Too many variables for so few words: with %d, write at least %d words, not %d"
                            .formatted(count(), needed, words));
        }
    }

    private void addFormat(Part where, List<String> odd) {
        var mendable = odd.stream().allMatch(name -> isNumber(plain(name)) || isName(plain(name)));
        if (mendable) {
            where.addWithText(Rule.VARIABLE_FORMAT, renamed(Placeholders::plain));
        } else {
            where.add(Rule.VARIABLE_FORMAT);
        }
    }

    /** All of them named, without the word that says so: the word is what is missing. */
    private void addMixed(Part where, boolean named) {
        var allNamed = !named && names.stream().allMatch(Placeholders::isName);
        where.add(
                Rule.VARIABLE_MIXED,
                Rule.VARIABLE_MIXED.sentence(),
                allNamed ? Optional.of(new Fix("/parameter_format", TextNode.valueOf("NAMED"))) : Optional.empty());
    }

    /** Renumbered in their order, the examples keep their places. */
    private void checkNumbers(Part where) {
        var numbers = names.stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
        if (!numbers.isEmpty() && numbers.last() != numbers.size()) {
            var order = List.copyOf(numbers);
            where.addWithText(
                    Rule.VARIABLE_GAP, renamed(name -> Integer.toString(order.indexOf(Integer.valueOf(name)) + 1)));
        }
    }

    private String renamed(UnaryOperator<String> name) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("{{" + name.apply(found.group(1)) + "}}"));
    }

    /** As it was meant: without blanks, small letters, no leading zeros. */
    private static String plain(String name) {
        var small = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return small.matches("0*[1-9][0-9]*") ? small.replaceFirst("^0+", "") : small;
    }

    static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
