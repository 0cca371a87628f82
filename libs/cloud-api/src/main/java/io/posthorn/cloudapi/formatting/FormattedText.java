package io.posthorn.cloudapi.formatting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as WhatsApp reads it: lines with bold, italic, struck and monospaced words, list items and quotes. */
public record FormattedText(List<TextLine> lines) {
    /** Longer than anything that may be sent; what comes after is shown as it was written. */
    private static final int MOST_CHARACTERS = 8192;

    private static final Pattern MONOSPACED = Pattern.compile("```([^`]++)```");

    /** Stands for what was between the backticks: neither a letter nor a space. */
    private static final char PLACE = '\uFFFC';

    private static final Pattern BULLET = Pattern.compile("[*-] (?=\\S)");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\. (?=\\S)");
    private static final Pattern QUOTE = Pattern.compile("> ?(?=\\S)");

    public FormattedText {
        lines = List.copyOf(lines);
    }

    public static FormattedText of(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return plain(text);
        }
        var lines = new ArrayList<TextLine>();
        var line = new StringBuilder();
        var code = new HashMap<Integer, String>();
        var monospaced = MONOSPACED.matcher(text);
        var read = 0;
        while (monospaced.find()) {
            if (monospaced.group(1).isBlank()) {
                continue;
            }
            readLines(text.substring(read, monospaced.start()), line, code, lines);
            code.put(line.length(), monospaced.group(1));
            line.append(PLACE);
            read = monospaced.end();
        }
        readLines(text.substring(read), line, code, lines);
        lines.add(line(line.toString(), code));
        return new FormattedText(lines);
    }

    /** Nothing in it is a mark, as in headers and footers. */
    public static FormattedText plain(String text) {
        return new FormattedText(text.lines()
                .map(line -> new TextLine(TextLine.Kind.PLAIN, 0, List.of(new TextRun(line, Set.of()))))
                .toList());
    }

    /** As it looks where nothing can be bold. */
    public String plainText() {
        return lines.stream().map(TextLine::plain).collect(Collectors.joining("\n"));
    }

    /** Adds to the line that is open, and closes it at each line break. */
    private static void readLines(
            String text, StringBuilder open, Map<Integer, String> code, ArrayList<TextLine> lines) {
        var parts = text.split("\\R", -1);
        for (var index = 0; index < parts.length; index++) {
            if (index > 0) {
                lines.add(line(open.toString(), code));
                open.setLength(0);
                code.clear();
            }
            open.append(parts[index]);
        }
    }

    private static TextLine line(String text, Map<Integer, String> code) {
        if (code.containsKey(0)) {
            return new TextLine(TextLine.Kind.PLAIN, 0, InlineText.runs(text, 0, code));
        }
        var bullet = BULLET.matcher(text);
        if (bullet.lookingAt()) {
            return new TextLine(TextLine.Kind.BULLET, 0, InlineText.runs(text, bullet.end(), code));
        }
        var numbered = NUMBERED.matcher(text);
        if (numbered.lookingAt()) {
            var number = Integer.parseInt(numbered.group(1));
            return new TextLine(TextLine.Kind.NUMBERED, number, InlineText.runs(text, numbered.end(), code));
        }
        var quote = QUOTE.matcher(text);
        return quote.lookingAt()
                ? new TextLine(TextLine.Kind.QUOTE, 0, InlineText.runs(text, quote.end(), code))
                : new TextLine(TextLine.Kind.PLAIN, 0, InlineText.runs(text, 0, code));
    }
}
