package io.posthorn.cloudapi.formatting;

import java.util.Set;

/** Words that look the same, without their marks. */
public record TextRun(String text, Set<TextStyle> styles) {
    public TextRun {
        styles = Set.copyOf(styles);
    }
}
