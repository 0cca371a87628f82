package io.posthorn.telemetry.report;

import io.posthorn.telemetry.logging.Redaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;

/**
 * One error.
 *
 * @param context what stood beside the log line: trace, request, workspace
 * @param repeated how many of the same group were left out before
 */
record Report(Instant at, String logger, String message, Throwable thrown, Map<String, String> context, int repeated) {
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 5;
    private static final int LONGEST_TEXT = 2_000;

    /** Errors from one place are one group, whatever ids and numbers their messages have. */
    String group() {
        var kind = thrown == null ? message.replaceAll("[0-9a-f-]{8,}|\\d+", "*") : kind(thrown) + place(thrown);
        return logger + "|" + kind;
    }

    Report after(int leftOut) {
        return new Report(at, logger, message, thrown, context, leftOut);
    }

    /** The envelope: its head, the head of its one item, the item. */
    byte[] envelope(String process, String environment) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var event = event(id, process, environment).toBuffer();
        var head = new JsonObject().put("event_id", id).put("sent_at", at.toString());
        var item = new JsonObject().put("type", "event").put("length", event.length());
        return (head.encode() + "\n" + item.encode() + "\n" + event.toString(StandardCharsets.UTF_8) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject event(String id, String process, String environment) {
        var tags = new JsonObject().put("service", process);
        context.forEach(tags::put);
        var event = new JsonObject()
                .put("event_id", id)
                .put("timestamp", at.toString())
                .put("platform", "java")
                .put("level", "error")
                .put("logger", logger)
                .put("server_name", process)
                .put("environment", environment)
                .put("message", new JsonObject().put("formatted", text(message)))
                .put("fingerprint", new JsonArray().add(group()))
                .put("tags", tags)
                .put("extra", new JsonObject().put("repeated", repeated));
        return thrown == null ? event : event.put("exception", new JsonObject().put("values", exceptions()));
    }

    /** The protocol wants the innermost cause first. */
    private JsonArray exceptions() {
        var values = new ArrayList<JsonObject>();
        for (var cause = thrown; cause != null && values.size() < MOST_CAUSES; cause = cause.getCause()) {
            values.add(new JsonObject()
                    .put("type", kind(cause))
                    .put("value", text(cause.getMessage()))
                    .put("stacktrace", new JsonObject().put("frames", frames(cause))));
        }
        Collections.reverse(values);
        return new JsonArray(values);
    }

    /** And of the stack the outermost call. */
    private static JsonArray frames(Throwable thrown) {
        var frames = new ArrayList<JsonObject>();
        for (var frame : thrown.getStackTrace()) {
            if (frames.size() == MOST_FRAMES) {
                break;
            }
            frames.add(new JsonObject()
                    .put("module", frame.getClassName())
                    .put("function", frame.getMethodName())
                    .put("lineno", frame.getLineNumber())
                    .put("in_app", frame.getClassName().startsWith("io.posthorn.")));
        }
        Collections.reverse(frames);
        return new JsonArray(frames);
    }

    private static String place(Throwable thrown) {
        for (var frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("io.posthorn.")) {
                return "|" + frame.getClassName() + "." + frame.getMethodName();
            }
        }
        return "";
    }

    /** Also of a failure that was redacted, whose class is another. */
    private static String kind(Throwable thrown) {
        return thrown.toString().split(":", 2)[0];
    }

    private static String text(String said) {
        var redacted = Redaction.of(said == null ? "" : said);
        return redacted.length() <= LONGEST_TEXT ? redacted : redacted.substring(0, LONGEST_TEXT);
    }
}
