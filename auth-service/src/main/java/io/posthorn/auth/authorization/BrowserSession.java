package io.posthorn.auth.authorization;

import io.posthorn.kit.caller.Caller;
import java.time.Instant;
import java.util.UUID;

/** Who is logged in with this browser: a login session like any other, so it is listed and ended like any other. */
record BrowserSession(UUID workspaceId, UUID sessionId, UUID accountId, Instant loggedInAt) {
    Caller caller() {
        return new Caller(workspaceId, accountId, sessionId, accountId);
    }
}
