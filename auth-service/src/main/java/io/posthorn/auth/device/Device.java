package io.posthorn.auth.device;

import java.time.Instant;
import java.util.UUID;

record Device(UUID sessionId, String name, String address, Instant startedAt, Instant lastUsedAt, Instant endsAt) {}
