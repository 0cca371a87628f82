package io.posthorn.telemetry.logging;

/** Stands in the log for a failure whose message said too much. */
final class RedactedException extends Exception {
    private static final int DEEPEST = 20;

    private final String original;

    private RedactedException(Throwable thrown, Throwable cause) {
        super(Redaction.of(thrown.getMessage()), cause);
        this.original = thrown.getClass().getName();
        setStackTrace(thrown.getStackTrace());
    }

    /** The failure itself when nothing of it has to be taken out. */
    static Throwable of(Throwable thrown) {
        return saysTooMuch(thrown, 0) ? copy(thrown, 0) : thrown;
    }

    @Override
    public String toString() {
        return getMessage() == null ? original : original + ": " + getMessage();
    }

    @SuppressWarnings("ReferenceEquality") // Redaction gives the same text back when there was nothing to do
    private static boolean saysTooMuch(Throwable thrown, int depth) {
        if (thrown == null || depth > DEEPEST) {
            return false;
        }
        var message = thrown.getMessage();
        if (message != null && Redaction.of(message) != message || saysTooMuch(thrown.getCause(), depth + 1)) {
            return true;
        }
        for (var suppressed : thrown.getSuppressed()) {
            if (saysTooMuch(suppressed, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable copy(Throwable thrown, int depth) {
        return thrown == null || depth > DEEPEST
                ? null
                : new RedactedException(thrown, copy(thrown.getCause(), depth + 1));
    }
}
