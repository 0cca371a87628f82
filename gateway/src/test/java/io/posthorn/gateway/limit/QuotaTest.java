package io.posthorn.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
    @Test
    void readsHowManyInHowLong() {
        assertThat(Quota.parse("100/15m")).isEqualTo(new Quota(100, Duration.ofMinutes(15)));
        assertThat(Quota.parse("10/1h")).isEqualTo(new Quota(10, Duration.ofHours(1)));
        assertThat(Quota.parse("3/2s").windowMicros()).isEqualTo(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "0/1m", "1/0m", "-1/1m", "1/1d", "1 / 1m", "9999999999/1m"})
    void refusesWhatWouldMeanNothing(String text) {
        assertThatThrownBy(() -> Quota.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
