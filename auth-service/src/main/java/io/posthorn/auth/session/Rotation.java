package io.posthorn.auth.session;

import java.time.Instant;

/** One token used up and the next one in its place. */
record Rotation(
        RefreshToken used,
        RefreshToken successor,
        Instant expiresAt,
        byte[] sealedAnswer,
        String address,
        Instant at) {}
