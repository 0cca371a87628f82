package io.posthorn.simulator.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.reference.Shows;
import org.junit.jupiter.api.Test;

class BlockListTest {
    private static final String NUMBER = "400000000000001";

    private final BlockList list = new BlockList();

    @Test
    @Shows("E11.1")
    void holdsSixtyFourThousand() {
        for (var customer = 0; customer < 64_000; customer++) {
            assertThat(list.add(NUMBER, Integer.toString(customer))).isTrue();
        }

        assertThat(list.add(NUMBER, "one more")).isFalse();
        assertThat(list.add(NUMBER, "7")).isTrue();
        assertThat(list.add("400000000000002", "one more")).isTrue();
        assertThat(list.remove(NUMBER, "7")).isTrue();
        assertThat(list.add(NUMBER, "one more")).isTrue();
    }

    @Test
    void unblocksNobodyWhereNobodyIsBlocked() {
        assertThat(list.remove(NUMBER, "7")).isFalse();
        assertThat(list.all(NUMBER)).isEmpty();
    }
}
