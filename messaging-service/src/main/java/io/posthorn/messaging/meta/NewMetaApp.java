package io.posthorn.messaging.meta;

import java.util.UUID;

/** A Meta app about to be stored, unless its secret is known already. */
public record NewMetaApp(UUID workspaceId, UUID id, String appKey, byte[] fingerprint, byte[] sealedSecret) {}
