package io.posthorn.admin.audit;

import java.time.Instant;

/** Where a chain ends: the number and hash (hex) of its last entry, and a time that is not before that entry's. */
record ChainHead(long sequence, String hash, Instant recordedAt) {
    /** What the first entry of a chain follows. */
    static final String GENESIS = "0".repeat(64);
}
