package io.posthorn.devstack.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.posthorn.devstack.client.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same as the table, for programs. */
record Report(
        String result,
        String startedAt,
        String failedStep,
        String reason,
        int recipients,
        Messages messages,
        Map<String, Long> statuses,
        Durations durations,
        Checks checks,
        BroadcastReport broadcast,
        List<Line> customers) {
    record Messages(int in, int out) {}

    /** In milliseconds. */
    record Durations(long total, Map<String, Long> steps) {}

    /** What the audit log and the dashboard were found to say; null when it did not come to that. */
    record Checks(Map<String, Long> audit, Map<String, Long> dashboard) {}

    record Line(
            String name,
            String from,
            String waId,
            String language,
            int in,
            int out,
            String status,
            Long acceptedMillis,
            Long readMillis) {
        static Line of(Talk talk) {
            var customer = talk.customer();
            return new Line(
                    customer.name(),
                    customer.from(),
                    customer.waId(),
                    customer.language(),
                    talk.received(),
                    talk.sent(),
                    talk.status(),
                    millis(talk.accepting()),
                    millis(talk.reading()));
        }

        private static Long millis(Duration duration) {
            return duration == null ? null : duration.toMillis();
        }
    }

    static Report of(Instant startedAt, Timeline timeline, Outcome outcome, List<Talk> talks) {
        var steps = new LinkedHashMap<String, Long>();
        timeline.steps().forEach((name, took) -> steps.put(name, took.toMillis()));
        return new Report(
                outcome.succeeded() ? "passed" : "failed",
                startedAt.toString(),
                outcome.failedStep(),
                outcome.reason(),
                talks.size(),
                new Messages(
                        talks.stream().mapToInt(Talk::received).sum(),
                        talks.stream().mapToInt(Talk::sent).sum()),
                talks.stream().collect(Collectors.groupingBy(Talk::status, TreeMap::new, Collectors.counting())),
                new Durations(timeline.sinceStart().toMillis(), steps),
                new Checks(outcome.audit(), outcome.dashboard()),
                outcome.broadcast(),
                talks.stream().map(Line::of).toList());
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JsonHttp.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }
}
