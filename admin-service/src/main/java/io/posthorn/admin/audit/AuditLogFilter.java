package io.posthorn.admin.audit;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What of the audit log is wanted; null leaves a side open. {@code to} itself is not included. */
record AuditLogFilter(String action, Instant from, Instant to) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static AuditLogFilter of(String action, String from, String to) {
        if (action != null && !action.matches("[a-z_]{1,50}\\.[a-z_]{1,50}")) {
            throw refused("?action", "Give an action such as channel.connected");
        }
        return new AuditLogFilter(action, time("?from", from), time("?to", to));
    }

    private static Instant time(String pointer, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var time = Instant.parse(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw refused(pointer, "Give a time between the years 2000 and 9999");
            }
            return time;
        } catch (DateTimeException malformed) {
            throw refused(pointer, "Give a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static ProblemException refused(String pointer, String sentence) {
        return new ProblemException(
                CommonProblems.INVALID_PARAMETER, sentence, List.of(new Violation(pointer, "wrong_form", sentence)));
    }
}
