package io.posthorn.messaging.replay;

import io.posthorn.kit.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * A replay as operators see it.
 *
 * @param state {@code running} or {@code done}: then all that it found is queued, and worked off as fast as what comes in
 * @param position until when the journal was read
 * @param read bodies in the period so far
 * @param queued those of them that name the number, or all
 */
public record ReplayView(
        UUID id,
        String phoneNumberId,
        Instant from,
        Instant to,
        String state,
        Instant position,
        long read,
        long queued,
        Instant createdAt,
        Instant finishedAt) {
    static ReplayView of(Replay replay) {
        return new ReplayView(
                replay.id(),
                replay.phoneNumberId(),
                replay.from(),
                replay.to(),
                replay.state(),
                replay.position() == null ? null : Ids.madeAt(replay.position()),
                replay.read(),
                replay.queued(),
                replay.createdAt(),
                replay.finishedAt());
    }
}
