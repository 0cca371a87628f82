package io.posthorn.kit;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Instant;
import java.util.UUID;

/** Ids are UUIDv7: unique, and in the order in which they were made to the millisecond. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The moment that a UUIDv7 was made. */
    public static Instant madeAt(UUID id) {
        return UuidUtil.getInstant(id);
    }
}
