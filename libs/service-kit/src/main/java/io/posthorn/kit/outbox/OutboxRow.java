package io.posthorn.kit.outbox;

import java.time.Instant;
import java.util.UUID;

/** An appended event as the relay reads it. */
record OutboxRow(
        long sequence,
        UUID eventId,
        UUID workspaceId,
        String topic,
        UUID key,
        String type,
        long version,
        byte[] payload,
        String traceParent,
        Instant occurredAt) {}
