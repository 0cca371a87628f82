package io.posthorn.cloudapi.formatting;

import java.util.stream.Stream;

/**
 * When a phone shows "Read more". Marketing messages are cut after five lines, other long texts after about 768 characters;
 * Meta writes neither down, so this is what people see.
 */
public final class Truncation {
    static final int MARKETING_LINES = 5;

    private static final int LONG_TEXT = 768;

    /** Narrow characters in a line of a bubble on a screen of 360 pixels. */
    private static final int COLUMNS = 38;

    private Truncation() {}

    public static boolean cuts(FormattedText text, boolean marketing) {
        var plain = text.plainText();
        return (marketing && lines(text) > MARKETING_LINES) || plain.codePointCount(0, plain.length()) > LONG_TEXT;
    }

    public static int lines(FormattedText text) {
        return text.lines().stream()
                .flatMap(line -> line.plain().lines().count() > 1 ? line.plain().lines() : Stream.of(line.plain()))
                .mapToInt(Truncation::wrapped)
                .sum();
    }

    /** Words stay whole while they fit. */
    private static int wrapped(String line) {
        var lines = 1;
        var used = 0;
        for (var word : line.split("(?<=[ \\u00AD-])", -1)) {
            var width = width(word);
            if (used > 0 && used + width(word.stripTrailing()) > COLUMNS) {
                lines++;
                used = 0;
            }
            lines += Math.max(0, width - 1) / COLUMNS;
            used = width > COLUMNS ? width % COLUMNS : used + width;
        }
        return lines;
    }

    private static int width(String word) {
        return word.codePoints().map(Truncation::width).sum();
    }

    private static int width(int character) {
        var type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || character == 0xFE0F) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> Character.isEmojiPresentation(character) ? 2 : 1;
        };
    }
}
