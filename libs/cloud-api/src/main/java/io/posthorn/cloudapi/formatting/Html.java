package io.posthorn.cloudapi.formatting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes HTML. Every word of a template or a customer goes through {@link #escaped}; addresses are shown, never linked. */
public final class Html {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private Html() {}

    public static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(isShown(character) ? character : 0xFFFD);
            }
        });
        return html.toString();
    }

    public static String element(String name, String classes, String content) {
        return "<%s class=\"%s\">%s</%s>".formatted(name, classes, content, name);
    }

    /** Lists, quotes and paragraphs; each says which way it runs. */
    public static String of(FormattedText text) {
        var html = new StringBuilder();
        var lines = text.lines();
        for (var from = 0; from < lines.size(); ) {
            var to = from + 1;
            while (to < lines.size() && belongTogether(lines.get(from), lines.get(to))) {
                to++;
            }
            html.append(block(lines.subList(from, to)));
            from = to;
        }
        return html.toString();
    }

    private static boolean belongTogether(TextLine one, TextLine other) {
        return one.kind() == other.kind()
                && (other.words().isBlank() || Direction.of(one.words()) == Direction.of(other.words()));
    }

    private static String block(List<TextLine> lines) {
        var direction = Direction.of(lines.getFirst().words()).word();
        return switch (lines.getFirst().kind()) {
            case PLAIN -> "<p dir=\"%s\">%s</p>".formatted(direction, joined(lines));
            case QUOTE -> "<blockquote dir=\"%s\">%s</blockquote>".formatted(direction, joined(lines));
            case BULLET ->
                "<ul dir=\"%s\">%s</ul>"
                        .formatted(
                                direction,
                                lines.stream()
                                        .map(line -> "<li>%s</li>".formatted(runs(line)))
                                        .collect(Collectors.joining()));
            case NUMBERED ->
                "<ol dir=\"%s\">%s</ol>"
                        .formatted(
                                direction,
                                lines.stream()
                                        .map(line -> "<li value=\"%d\">%s</li>".formatted(line.number(), runs(line)))
                                        .collect(Collectors.joining()));
        };
    }

    private static String joined(List<TextLine> lines) {
        return lines.stream().map(Html::runs).collect(Collectors.joining("<br>"));
    }

    private static String runs(TextLine line) {
        return line.runs().stream().map(Html::run).collect(Collectors.joining());
    }

    private static String run(TextRun run) {
        var html = run.styles().contains(TextStyle.CODE)
                ? escaped(run.text()).replace("\n", "<br>")
                : withAddresses(run.text());
        for (var style : TextStyle.values()) {
            html = run.styles().contains(style) ? "<%1$s>%2$s</%1$s>".formatted(style.element(), html) : html;
        }
        return html;
    }

    private static String withAddresses(String text) {
        var html = new StringBuilder();
        var address = ADDRESS.matcher(text);
        var read = 0;
        while (address.find()) {
            html.append(escaped(text.substring(read, address.start())));
            html.append(element("span", "wa-address", escaped(address.group())));
            read = address.end();
        }
        return html.append(escaped(text.substring(read))).toString();
    }

    /** Halves of surrogate pairs and control characters would make the page unreadable. */
    private static boolean isShown(int character) {
        return character == '\n'
                || character == '\t'
                || !(Character.isISOControl(character)
                        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE));
    }
}
