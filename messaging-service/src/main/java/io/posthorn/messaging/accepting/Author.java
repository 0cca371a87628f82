package io.posthorn.messaging.accepting;

import io.posthorn.kit.caller.Caller;
import java.util.UUID;

/** On whose behalf messages are sent. */
record Author(UUID workspaceId, UUID userId) {
    static Author of(Caller caller) {
        return new Author(caller.workspaceId(), caller.userId());
    }
}
