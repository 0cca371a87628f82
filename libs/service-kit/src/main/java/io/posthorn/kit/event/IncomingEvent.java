package io.posthorn.kit.event;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An event that another service (or this one) published, with its CloudEvents attributes. */
public record IncomingEvent(
        UUID id,
        String type,
        String source,
        Instant time,
        UUID workspaceId,
        long version,
        String traceParent,
        PosthornEvent event) {}
