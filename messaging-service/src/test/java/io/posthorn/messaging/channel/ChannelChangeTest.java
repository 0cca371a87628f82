package io.posthorn.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelChangeTest {
    /** The state after each change; - where it does not happen. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "change,     CONNECTING,   ACTIVE,          DEGRADED,        NEEDS_ATTENTION, DISCONNECTED, EXPIRED",
                "PROVED,     ACTIVE,       -,               -,               -,               -,            -",
                "GIVEN_UP,   DISCONNECTED, -,               -,               -,               -,            -",
                "FALTERED,   -,            DEGRADED,        -,               -,               -,            -",
                "STOPPED,    -,            NEEDS_ATTENTION, NEEDS_ATTENTION, NEEDS_ATTENTION, -,            -",
                "HEALED,     -,            -,               ACTIVE,          ACTIVE,          -,            -",
                "RENEWED,    -,            ACTIVE,          ACTIVE,          ACTIVE,          -,            ACTIVE",
                "RESUMED,    -,            -,               -,               -,               CONNECTING,   -",
                "UNUSED,     -,            EXPIRED,         EXPIRED,         EXPIRED,         -,            -",
                "USED_AGAIN, -,            -,               -,               -,               -,            ACTIVE",
                "TAKEN_OFF,  DISCONNECTED, DISCONNECTED,    DISCONNECTED,    DISCONNECTED,    -,            DISCONNECTED"
            })
    void movesFromStateToState(
            ChannelChange change,
            String connecting,
            String active,
            String degraded,
            String needsAttention,
            String disconnected,
            String expired) {
        assertThat(after(change, ChannelStatus.CONNECTING)).isEqualTo(connecting);
        assertThat(after(change, ChannelStatus.ACTIVE)).isEqualTo(active);
        assertThat(after(change, ChannelStatus.DEGRADED)).isEqualTo(degraded);
        assertThat(after(change, ChannelStatus.NEEDS_ATTENTION)).isEqualTo(needsAttention);
        assertThat(after(change, ChannelStatus.DISCONNECTED)).isEqualTo(disconnected);
        assertThat(after(change, ChannelStatus.EXPIRED)).isEqualTo(expired);
    }

    private static String after(ChannelChange change, ChannelStatus status) {
        return change.of(status).map(Enum::name).orElse("-");
    }
}
