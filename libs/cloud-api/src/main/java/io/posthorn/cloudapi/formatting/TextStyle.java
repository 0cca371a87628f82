package io.posthorn.cloudapi.formatting;

import java.util.Arrays;
import java.util.Optional;

/** How WhatsApp marks words, and the HTML element that looks so. */
public enum TextStyle {
    BOLD('*', "strong"),
    ITALIC('_', "em"),
    STRIKE('~', "s"),
    CODE('`', "code");

    private final char mark;
    private final String element;

    TextStyle(char mark, String element) {
        this.mark = mark;
        this.element = element;
    }

    String element() {
        return element;
    }

    static Optional<TextStyle> markedBy(char character) {
        return Arrays.stream(values()).filter(style -> style.mark == character).findFirst();
    }
}
