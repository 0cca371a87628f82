package io.posthorn.auth.credential;

import java.util.UUID;

/**
 * What is known of an e-mail address before anybody proved anything.
 *
 * @param workspaceId the one that the account joined first
 */
public record Credential(UUID accountId, String passwordHash, UUID workspaceId) {
    @Override
    public String toString() {
        return "Credential";
    }
}
