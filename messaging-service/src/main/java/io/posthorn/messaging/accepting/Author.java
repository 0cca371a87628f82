package io.posthorn.messaging.accepting;

import io.posthorn.kit.caller.Caller;
import java.util.UUID;

/**
 * On whose behalf messages are sent.
 *
 * @param principal whose idempotency keys the request names
 */
public record Author(UUID workspaceId, UUID userId, UUID principal) {
    public static Author of(Caller caller) {
        return new Author(caller.workspaceId(), caller.userId(), caller.principal());
    }
}
