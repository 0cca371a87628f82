package io.posthorn.kit.caller;

import java.util.UUID;

/** Who calls, in which workspace, in which login session. */
public record Caller(UUID workspaceId, UUID userId, UUID sessionId) {}
