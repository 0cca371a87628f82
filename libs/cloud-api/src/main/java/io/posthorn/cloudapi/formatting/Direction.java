package io.posthorn.cloudapi.formatting;

import java.util.Locale;

/** Which way a text runs: that of its first letter that has one. */
public enum Direction {
    LTR,
    RTL;

    public static Direction of(String text) {
        return text.codePoints()
                .mapToObj(Direction::strong)
                .filter(direction -> direction != null)
                .findFirst()
                .orElse(LTR);
    }

    /** The word that HTML has for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Direction strong(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> LTR;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> RTL;
            default -> null;
        };
    }
}
