package io.posthorn.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {
    @Test
    void looksLikeMetasIds() {
        var id = new MessageIds(1, 42).next("15550002000");

        assertThat(id).startsWith("wamid.HBgLMTU1NTAwMDIwMDAVAgARGBI").hasSizeBetween(50, 70);
    }

    @Test
    void neverRepeatsAcrossWorlds() {
        var ids = new HashSet<String>();

        IntStream.rangeClosed(1, 20).forEach(ordinal -> {
            var world = new MessageIds(ordinal, 42);
            IntStream.range(0, 5000).forEach(message -> ids.add(world.next("15550002000")));
        });

        assertThat(ids).hasSize(100_000);
    }

    @Test
    void repeatsForTheSameSeedOnly() {
        var first = new MessageIds(3, 42);
        var same = new MessageIds(3, 42);
        var other = new MessageIds(3, 43);

        var id = first.next("15550002000");

        assertThat(same.next("15550002000")).isEqualTo(id);
        assertThat(other.next("15550002000")).isNotEqualTo(id);
    }
}
