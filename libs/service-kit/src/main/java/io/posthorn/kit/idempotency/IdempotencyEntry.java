package io.posthorn.kit.idempotency;

import java.util.UUID;

/** Whose key it is, and what was asked under it. */
record IdempotencyEntry(UUID workspaceId, String principal, String key, byte[] fingerprint) {}
