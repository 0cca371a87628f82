package io.posthorn.auth.grant;

import io.posthorn.contracts.auth.ApplicationAccessRevoked;
import io.posthorn.contracts.auth.ApplicationAuthorized;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

record Grant(
        UUID workspaceId,
        UUID id,
        UUID applicationId,
        UUID accountId,
        List<String> scopes,
        Instant loggedInAt,
        Instant startedAt,
        Instant endsAt,
        Instant revokedAt) {
    boolean liveAt(Instant now) {
        return revokedAt == null && now.isBefore(endsAt);
    }

    ApplicationAuthorized authorized() {
        return new ApplicationAuthorized(
                id, applicationId, workspaceId, accountId, String.join(" ", scopes), startedAt);
    }

    ApplicationAccessRevoked revoked(GrantEnd reason, Instant now) {
        return new ApplicationAccessRevoked(id, applicationId, workspaceId, accountId, reason.word(), now);
    }
}
