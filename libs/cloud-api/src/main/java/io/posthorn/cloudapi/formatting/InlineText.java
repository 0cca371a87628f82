package io.posthorn.cloudapi.formatting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the marked words of one line. A mark opens before a word and closes after one; inside of words it is a character. */
final class InlineText {
    private final String text;
    private final Map<Integer, String> code;
    private final List<TextRun> runs = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    private InlineText(String text, Map<Integer, String> code) {
        this.text = text;
        this.code = code;
    }

    /**
     * The runs of a part of a line.
     *
     * @param code what stands in three backticks, by the place of the character that stands for it
     */
    static List<TextRun> runs(String text, int from, Map<Integer, String> code) {
        var inline = new InlineText(text, code);
        inline.read(from, text.length(), EnumSet.noneOf(TextStyle.class));
        return inline.runs;
    }

    private void read(int from, int to, Set<TextStyle> styles) {
        var position = from;
        while (position < to) {
            var monospaced = code.get(position);
            if (monospaced != null) {
                add(styles);
                runs.add(new TextRun(monospaced, with(styles, TextStyle.CODE)));
                position++;
                continue;
            }
            var style = TextStyle.markedBy(text.charAt(position)).orElse(null);
            var end = style == null || styles.contains(style) || !opens(position, to) ? -1 : closing(position, to);
            if (end < 0) {
                plain.append(text.charAt(position++));
                continue;
            }
            add(styles);
            if (style == TextStyle.CODE) {
                plain.append(text, position + 1, end);
                add(with(styles, style));
            } else {
                read(position + 1, end, with(styles, style));
            }
            position = end + 1;
        }
        add(styles);
    }

    private void add(Set<TextStyle> styles) {
        if (!plain.isEmpty()) {
            runs.add(new TextRun(plain.toString(), styles));
            plain.setLength(0);
        }
    }

    private boolean opens(int position, int to) {
        var before = position == 0 ? ' ' : text.codePointBefore(position);
        return !Character.isLetterOrDigit(before)
                && position + 1 < to
                && !Character.isWhitespace(text.charAt(position + 1))
                && text.charAt(position + 1) != text.charAt(position);
    }

    /** Where the mark that opens here closes; -1 where it does not. */
    private int closing(int opening, int to) {
        for (var end = text.indexOf(text.charAt(opening), opening + 2);
                end >= 0 && end < to;
                end = text.indexOf(text.charAt(opening), end + 1)) {
            var after = end + 1 < text.length() ? text.codePointAt(end + 1) : ' ';
            if (!Character.isWhitespace(text.charAt(end - 1)) && !Character.isLetterOrDigit(after)) {
                return end;
            }
        }
        return -1;
    }

    private static Set<TextStyle> with(Set<TextStyle> styles, TextStyle more) {
        var all = EnumSet.of(more);
        all.addAll(styles);
        return all;
    }
}
