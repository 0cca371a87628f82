package io.posthorn.cloudapi.formatting;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line as it was written; code in three backticks may hold line breaks of its own.
 *
 * @param number of a numbered item, otherwise 0
 */
public record TextLine(Kind kind, int number, List<TextRun> runs) {
    public enum Kind {
        PLAIN,
        BULLET,
        NUMBERED,
        QUOTE
    }

    public TextLine {
        runs = List.copyOf(runs);
    }

    /** The words, without marks. */
    public String words() {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }

    /** As it looks where nothing can be bold. */
    String plain() {
        return switch (kind) {
            case PLAIN -> words();
            case BULLET -> "• " + words();
            case NUMBERED -> "%d. %s".formatted(number, words());
            case QUOTE -> "▎ " + words();
        };
    }
}
