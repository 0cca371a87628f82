package io.posthorn.devstack.doctor;

import java.util.Locale;

/** One line of the report. What is ok needs no remedy. */
public record Finding(Level level, String subject, String says, String remedy) {
    /** What must be done, what should be, and what is well. */
    public enum Level {
        OK,
        WARNING,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String subject, String says) {
        return new Finding(Level.OK, subject, says, "");
    }

    static Finding warning(String subject, String says, String remedy) {
        return new Finding(Level.WARNING, subject, says, remedy);
    }

    static Finding failed(String subject, String says, String remedy) {
        return new Finding(Level.FAILED, subject, says, remedy);
    }
}
