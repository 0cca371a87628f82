package io.posthorn.benchmarks.namastack;

/** What a record carries; the same that a row of our outbox does. The body is the event's JSON, which nobody looks into. */
public record PeerEvent(
        String eventId,
        String workspaceId,
        String type,
        long version,
        String traceParent,
        String occurredAt,
        String body) {}
