package io.posthorn.admin.audit;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One audited action. {@code id} is the event's; {@code actorId} is null where no person acted; details are plain texts,
 * so that their hash does not depend on how JSON is written.
 */
record AuditEntry(
        UUID id,
        String action,
        UUID actorId,
        String subjectType,
        UUID subjectId,
        SortedMap<String, String> details,
        String traceId,
        Instant occurredAt) {}
