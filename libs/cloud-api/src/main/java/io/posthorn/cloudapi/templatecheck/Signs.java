package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.Texts;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that Meta does not take everywhere, outside of variables, and texts without them. */
final class Signs {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern MANY_SPACES = Pattern.compile(" {5,}");
    private static final Pattern MANY_LINE_BREAKS = Pattern.compile("(\\R{2})\\R+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Signs() {}

    /** For headers and labels, which are plain. */
    static boolean isPlain(String text) {
        var words = text.indexOf("{{") < 0 ? text : VARIABLE.matcher(text).replaceAll("");
        return !Texts.hasLineBreak(words)
                && !Texts.isUnprintable(words)
                && !Texts.hasFormatting(words)
                && !Texts.hasEmoji(words);
    }

    static String plain(String text) {
        var matcher = VARIABLE.matcher(text);
        var plain = new StringBuilder();
        var from = 0;
        while (matcher.find()) {
            plain.append(withoutSigns(text.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return BLANKS.matcher(plain.append(withoutSigns(text.substring(from))))
                .replaceAll(" ")
                .strip();
    }

    static boolean hasManySpaces(String text) {
        return MANY_SPACES.matcher(text).find();
    }

    static String withFewSpaces(String text) {
        return MANY_SPACES.matcher(text).replaceAll("    ");
    }

    static boolean hasManyLineBreaks(String text) {
        return MANY_LINE_BREAKS.matcher(text).find();
    }

    static String withFewLineBreaks(String text) {
        return MANY_LINE_BREAKS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
    }

    static long lineBreaks(String text) {
        return text.chars().filter(character -> character == '\n').count();
    }

    /** Tabs become blanks, what cannot be printed goes. */
    static String printable(String text) {
        return codePoints(text.replace('\t', ' '), character -> !Texts.isUnprintable(character));
    }

    static String oneLine(String text) {
        return BLANKS.matcher(printable(text)).replaceAll(" ").strip();
    }

    static long emoji(String text) {
        return text.codePoints().filter(Character::isEmojiPresentation).count();
    }

    private static String withoutSigns(String text) {
        return codePoints(printable(text), character -> "*_~`".indexOf(character) < 0 && !Texts.isEmoji(character));
    }

    private static String codePoints(String text, IntPredicate kept) {
        return text.codePoints()
                .filter(kept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
