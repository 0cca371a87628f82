package io.posthorn.simulator.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a text: {@code {{1}}} or {@code {{first_name}}}. */
public final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");
    private static final int FIXED_WORDS_PER_VARIABLE = 3;

    private final String text;
    private final List<String> names = new ArrayList<>();

    private Variables(String text) {
        this.text = text;
        var matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    public static Variables of(String text) {
        return new Variables(text);
    }

    /** Each one once; numbered ones in the order of their numbers. */
    public List<String> distinct() {
        Set<String> distinct = new LinkedHashSet<>(names);
        var all = new ArrayList<>(distinct);
        if (all.stream().allMatch(name -> POSITION.matcher(name).matches())) {
            all.sort((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)));
        }
        return all;
    }

    public int count() {
        return distinct().size();
    }

    /** True when braces pair up and the variables are 1 to n, or names, as the format wants. */
    public boolean areWellFormed(ParameterFormat format) {
        var rest = VARIABLE.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            return false;
        }
        return switch (format) {
            case POSITIONAL -> areConsecutive();
            case NAMED ->
                names.stream().distinct().count() == names.size()
                        && names.stream().allMatch(name -> NAME.matcher(name).matches());
        };
    }

    /** Trailing blanks do not hide a variable, a full stop does. */
    public boolean touchAnEdge() {
        var trimmed = text.strip();
        return !names.isEmpty() && (trimmed.startsWith("{{") || trimmed.endsWith("}}"));
    }

    public boolean touchEachOther() {
        return ADJACENT.matcher(text).find();
    }

    /** Meta keeps its formula to itself; this one agrees with what people have seen. */
    public boolean areTooMany() {
        var fixed = VARIABLE.matcher(text)
                .replaceAll(" ")
                .codePoints()
                .mapToObj(Variables::ofWord)
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString()
                .trim();
        var words = fixed.isEmpty() ? 0 : fixed.split("\\s+").length;
        return !names.isEmpty() && words < FIXED_WORDS_PER_VARIABLE * count() + 1;
    }

    /** Scripts without blanks count sign by sign. */
    private static String ofWord(int sign) {
        if (!Character.isLetterOrDigit(sign)) {
            return " ";
        }
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> "x ";
            default -> "x";
        };
    }

    public boolean endTheText() {
        return names.size() == 1 && text.endsWith("{{" + names.getFirst() + "}}");
    }

    public String filledIn(Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    private boolean areConsecutive() {
        var distinct = distinct();
        for (var place = 0; place < distinct.size(); place++) {
            if (!distinct.get(place).equals(Integer.toString(place + 1))) {
                return false;
            }
        }
        return true;
    }
}
