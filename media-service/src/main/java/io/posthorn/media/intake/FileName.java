package io.posthorn.media.intake;

/** What is kept of a name that a client gave to a file. It is shown, and never used as a path. */
public final class FileName {
    private static final int MAX_LENGTH = 255;

    private FileName() {}

    /** The last step of what may look like a path, without what cannot be shown; null when nothing is left. */
    public static String shown(String given) {
        if (given == null) {
            return null;
        }
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var shown = new StringBuilder();
        last.codePoints().filter(FileName::canBeShown).limit(MAX_LENGTH).forEach(shown::appendCodePoint);
        var name = shown.toString().strip();
        return name.isEmpty() || name.chars().allMatch(character -> character == '.') ? null : name;
    }

    /** Not control characters, halves of characters, or marks that turn the direction of the text. */
    private static boolean canBeShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
