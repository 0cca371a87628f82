package io.posthorn.admin.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An audit entry as clients see it. */
record AuditEntryView(
        UUID id,

        @Schema(description = "Its place in the workspace's chain, from 1")
        long sequence,

        @Schema(examples = "channel.connected") String action,

        @Schema(description = "The user who acted; null where no person did")
        UUID actorId,

        Subject subject,
        Map<String, String> details,
        String traceId,
        Instant occurredAt,
        Instant recordedAt,
        @Schema(description = "SHA-256, hex") String previousHash,

        @Schema(description = "SHA-256 over the previous hash and this entry, hex")
        String hash) {
    /** What was acted on. */
    record Subject(@Schema(examples = "channel") String type, UUID id) {}

    static AuditEntryView of(ChainedEntry chained) {
        var entry = chained.entry();
        return new AuditEntryView(
                entry.id(),
                chained.sequence(),
                entry.action(),
                entry.actorId(),
                new Subject(entry.subjectType(), entry.subjectId()),
                entry.details(),
                entry.traceId(),
                entry.occurredAt(),
                chained.recordedAt(),
                chained.previousHash(),
                chained.hash());
    }
}
