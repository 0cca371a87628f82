package io.posthorn.telemetry.report;

import io.posthorn.telemetry.logging.LogKeys;
import io.posthorn.telemetry.logging.RedactingFilter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Reports what is logged as an error. Never waits, never fails, and forgets reports rather than keep many. */
final class Reporter extends Handler {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_UNDER_WAY = 5;

    private final ReportAddress address;
    private final String process;
    private final String environment;
    private final Quota quota;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final AtomicInteger underWay = new AtomicInteger();

    Reporter(ReportAddress address, String process, String environment, Quota quota) {
        this.address = address;
        this.process = process;
        this.environment = environment;
        this.quota = quota;
        setLevel(Level.SEVERE);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() < Level.SEVERE.intValue() || underWay.get() >= MOST_UNDER_WAY) {
            return;
        }
        RedactingFilter.redact(record);
        var report = report(record);
        quota.admit(report.group(), record.getMillis()).ifPresent(leftOut -> send(report.after(leftOut)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static Report report(LogRecord record) {
        return new Report(
                Instant.ofEpochMilli(record.getMillis()),
                String.valueOf(record.getLoggerName()),
                record instanceof ExtLogRecord extended
                        ? String.valueOf(extended.getFormattedMessage())
                        : String.valueOf(record.getMessage()),
                record.getThrown(),
                context(record),
                0);
    }

    private static Map<String, String> context(LogRecord record) {
        var context = new HashMap<String, String>();
        if (record instanceof ExtLogRecord extended) {
            for (var key : LogKeys.values()) {
                var value = extended.getMdc(key.key());
                if (value != null) {
                    context.put(key.key(), value);
                }
            }
        }
        return context;
    }

    private void send(Report report) {
        var request = HttpRequest.newBuilder(address.envelopes())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-sentry-envelope")
                .header("X-Sentry-Auth", address.authorization())
                .POST(BodyPublishers.ofByteArray(report.envelope(process, environment)))
                .build();
        underWay.incrementAndGet();
        http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            underWay.decrementAndGet();
            if (failure != null || answer.statusCode() == 429) {
                quota.rest(System.currentTimeMillis() + rest(answer).toMillis());
            }
        });
    }

    private static Duration rest(HttpResponse<Void> answer) {
        return answer == null
                ? REST
                : answer.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(REST);
    }
}
