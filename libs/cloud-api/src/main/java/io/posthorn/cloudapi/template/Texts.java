package io.posthorn.cloudapi.template;

import java.util.regex.Pattern;

/** What Meta looks at in a text: its length as people count, and characters that it does not take everywhere. */
public final class Texts {
    private static final Pattern FORMATTING = Pattern.compile("[*_~`]");
    private static final int EMOJI_VARIATION = 0xFE0F;

    private Texts() {}

    static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Tabs, control characters and halves of surrogate pairs: they cannot be stored or mean nothing to a phone. */
    public static boolean isUnprintable(String text) {
        return text.codePoints().anyMatch(Texts::isUnprintable);
    }

    public static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    public static boolean hasFormatting(String text) {
        return FORMATTING.matcher(text).find();
    }

    public static boolean hasEmoji(String text) {
        return text.codePoints().anyMatch(Texts::isEmoji);
    }

    public static boolean isEmoji(int character) {
        return character == EMOJI_VARIATION || Character.isEmojiPresentation(character);
    }

    /** Scripts that put no spaces between words count by character. */
    public static int words(String text) {
        var words = 0;
        var inWord = false;
        for (var character : text.codePoints().toArray()) {
            var letter = Character.isLetterOrDigit(character);
            words += letter && (isUnspaced(character) || !inWord) ? 1 : 0;
            inWord = letter || (inWord && !Character.isWhitespace(character));
        }
        return words;
    }

    private static boolean isUnspaced(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    public static boolean isUnprintable(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r')
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
