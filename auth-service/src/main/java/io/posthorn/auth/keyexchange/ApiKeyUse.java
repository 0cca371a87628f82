package io.posthorn.auth.keyexchange;

import io.posthorn.contracts.auth.ApiKeyUsed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** A key was presented and accepted. {@code hash} is its secret's under the first envelope key; the address may be null. */
record ApiKeyUse(FoundApiKey key, byte[] hash, String address, Instant at) {
    private static final String UNKNOWN_ADDRESS = "unknown";

    /** Its stored hash is still under an older envelope key. */
    boolean movesHash() {
        return !Arrays.equals(key.secretHash(), hash);
    }

    LocalDate day() {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    String addressOrUnknown() {
        return address == null ? UNKNOWN_ADDRESS : address;
    }

    ApiKeyUsed event() {
        return new ApiKeyUsed(key.id(), key.workspaceId(), address, at);
    }

    @Override
    public String toString() {
        return "ApiKeyUse[%s]".formatted(key.id());
    }
}
