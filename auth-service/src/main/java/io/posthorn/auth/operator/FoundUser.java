package io.posthorn.auth.operator;

import java.time.Instant;
import java.util.UUID;

/** @param disabledAt null for one who may come in */
record FoundUser(UUID id, String email, String fullName, Instant createdAt, Instant disabledAt) {}
