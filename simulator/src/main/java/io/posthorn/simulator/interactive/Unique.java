package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.HashSet;
import java.util.Set;

/** Values that may stand only once in a message. */
final class Unique {
    private final Set<String> seen = new HashSet<>();

    void add(Content owner, String name, String value) {
        if (!seen.add(value)) {
            throw owner.invalid("Duplicated %s '%s'".formatted(name, value));
        }
    }
}
