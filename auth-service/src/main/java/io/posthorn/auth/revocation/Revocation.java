package io.posthorn.auth.revocation;

import java.util.UUID;

/** @param sid the {@code sid} of the tokens that are no longer good: a session's id, or an API key's */
public record Revocation(UUID workspaceId, UUID sid, String reason) {
    public static Revocation ofApiKey(UUID workspaceId, UUID apiKeyId) {
        return new Revocation(workspaceId, apiKeyId, "api_key_revoked");
    }
}
