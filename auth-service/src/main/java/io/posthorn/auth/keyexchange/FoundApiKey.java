package io.posthorn.auth.keyexchange;

import io.posthorn.auth.apikey.AddressRange;
import io.posthorn.kit.caller.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What decides about a presented key: its own row, and what its maker is allowed now. */
record FoundApiKey(
        UUID workspaceId,
        UUID id,
        UUID accountId,
        Role role,
        Role memberRole,
        List<String> scopes,
        List<String> addresses,
        byte[] secretHash,
        byte[] previousSecretHash,
        Instant previousSecretUntil,
        Instant expiresAt,
        Instant revokedAt) {
    boolean liveAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** While a secret is exchanged, the one before it is good as well. */
    boolean previousSecretIsGoodAt(Instant now) {
        return previousSecretHash != null && previousSecretUntil != null && now.isBefore(previousSecretUntil);
    }

    boolean usableFrom(String address) {
        return addresses.isEmpty()
                || addresses.stream()
                        .flatMap(text -> AddressRange.parse(text).stream())
                        .anyMatch(range -> range.contains(address));
    }

    /** Never above its maker's, who may have sunk since. */
    Role effectiveRole() {
        return role.compareTo(memberRole) >= 0 ? role : memberRole;
    }

    @Override
    public String toString() {
        return "FoundApiKey[%s]".formatted(id);
    }
}
