package io.posthorn.auth.guard;

import java.time.Instant;

/** What is counted under one fingerprint. */
record Counted(int failures, Instant failedAt, Instant knownUntil) {
    static final Counted NOTHING = new Counted(0, Instant.EPOCH, null);

    boolean knownAt(Instant now) {
        return knownUntil != null && now.isBefore(knownUntil);
    }
}
