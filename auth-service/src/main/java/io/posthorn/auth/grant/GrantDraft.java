package io.posthorn.auth.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person allowed.
 *
 * @param nonce null when the application gave none
 */
public record GrantDraft(
        UUID workspaceId,
        UUID applicationId,
        UUID accountId,
        List<String> scopes,
        Instant loggedInAt,
        String redirectUri,
        String challenge,
        String nonce) {}
