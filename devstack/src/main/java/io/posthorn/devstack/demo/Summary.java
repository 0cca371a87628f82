package io.posthorn.devstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The table at the end. Names come last, because nobody knows how wide a terminal draws them. */
final class Summary {
    private static final String ROW = "  %3s %4s  %-9s %10s %10s  %-22s %s%n";

    private Summary() {}

    static void print(PrintStream out, List<Talk> talks) {
        out.println();
        out.printf(ROW, "IN", "OUT", "STATUS", "ACCEPTED", "READ", "FROM", "NAME");
        talks.forEach(talk -> out.printf(
                ROW,
                talk.received(),
                talk.sent(),
                talk.status(),
                millis(talk.accepting()),
                millis(talk.reading()),
                talk.customer().from(),
                talk.customer().name()));
        out.printf(
                "%n  %d customers, %d messages in, %d answers out, %d read%n",
                talks.size(),
                talks.stream().mapToInt(Talk::received).sum(),
                talks.stream().mapToInt(Talk::sent).sum(),
                talks.stream().filter(Talk::isRead).count());
        out.flush();
    }

    static void print(PrintStream out, BroadcastReport broadcast) {
        out.printf(
                "  %s: %d rows, %d sent, %d named again, %d refused; %d delivered, %d read, %d buttons pressed%n",
                broadcast.template(),
                broadcast.rows(),
                broadcast.sent(),
                broadcast.repeated(),
                broadcast.refused(),
                broadcast.delivered(),
                broadcast.read(),
                broadcast.buttons());
        out.flush();
    }

    private static String millis(Duration duration) {
        return duration == null ? "-" : String.format(Locale.ROOT, "%,d ms", duration.toMillis());
    }
}
