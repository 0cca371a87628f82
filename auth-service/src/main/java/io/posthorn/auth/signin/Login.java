package io.posthorn.auth.signin;

import java.util.UUID;

/** What is known of an e-mail address before anybody proved anything. */
record Login(UUID accountId, String passwordHash, UUID workspaceId) {
    @Override
    public String toString() {
        return "Login";
    }
}
