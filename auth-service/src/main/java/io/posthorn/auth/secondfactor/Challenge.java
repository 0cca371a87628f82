package io.posthorn.auth.secondfactor;

import java.util.UUID;

/** Somebody gave the right password of an account, a moment ago. */
public record Challenge(UUID accountId, UUID workspaceId) {}
