package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An API key was used from an address; told at most once a day for each key and address. {@code address} is null when it is not known. */
public record ApiKeyUsed(UUID apiKeyId, UUID workspaceId, String address, Instant usedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
