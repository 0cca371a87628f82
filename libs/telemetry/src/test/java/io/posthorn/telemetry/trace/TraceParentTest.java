package io.posthorn.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void readsAndWritesTheHeader() {
        var parent = TraceParent.of(HEADER).orElseThrow();

        assertThat(parent).isEqualTo(new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true));
        assertThat(parent.header()).isEqualTo(HEADER);
        assertThat(TraceParent.of(HEADER.replace("-01", "-02")).orElseThrow().sampled())
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"
            })
    void knowsNothingOfWhatIsMalformed(String header) {
        assertThat(TraceParent.of(header)).isEmpty();
    }

    @Test
    void beginsTracesOfItsOwn() {
        var fresh = TraceParent.fresh();

        assertThat(TraceParent.of(fresh.header())).contains(fresh);
        assertThat(fresh).isNotEqualTo(TraceParent.fresh());
    }
}
