package io.posthorn.messaging.replay;

import java.time.Instant;
import java.util.UUID;

/** A replay as it stands. */
record Replay(
        UUID id,
        UUID requestedBy,
        UUID appId,
        String phoneNumberId,
        Instant from,
        Instant to,
        UUID position,
        long read,
        long queued,
        String state,
        Instant createdAt,
        Instant finishedAt) {}
