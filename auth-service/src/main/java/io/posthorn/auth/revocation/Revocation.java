package io.posthorn.auth.revocation;

import java.util.UUID;

/**
 * @param sid what the tokens that are no longer good name as {@code sid}, the id of a session, an API key or a grant; or as
 *     {@code client_id}, {@code sub} or {@code workspace}, where an application, a person or a workspace is kept out
 * @param lifted they are good again
 */
public record Revocation(UUID workspaceId, UUID sid, String reason, boolean lifted) {
    public Revocation(UUID workspaceId, UUID sid, String reason) {
        this(workspaceId, sid, reason, false);
    }

    public static Revocation ofApiKey(UUID workspaceId, UUID apiKeyId) {
        return new Revocation(workspaceId, apiKeyId, "api_key_revoked");
    }

    public static Revocation ofApplication(UUID workspaceId, UUID applicationId) {
        return new Revocation(workspaceId, applicationId, "application_removed");
    }

    /** A person or a workspace. */
    public static Revocation ofKeptOut(UUID workspaceId, UUID id, String reason) {
        return new Revocation(workspaceId, id, reason);
    }

    public static Revocation lifted(UUID workspaceId, UUID id) {
        return new Revocation(workspaceId, id, "lifted", true);
    }
}
