package io.posthorn.cloudapi.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @Test
    void knowsTheLongestWait() {
        var usage = Usage.of(null, """
                {"1":[{"type":"whatsapp","estimated_time_to_regain_access":5}],
                 "2":[{"type":"whatsapp","estimated_time_to_regain_access":30}]}""");

        assertThat(usage.regainAfter()).contains(Duration.ofMinutes(30));
        assertThat(usage.accounts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"1\":7}", "{\"1\":[7,null,{}]}", "{\"1\":{\"a\":{}}}"})
    void survivesWhatItDoesNotUnderstand(String header) {
        var usage = Usage.of(header, header);

        assertThat(usage.regainAfter()).isEmpty();
        assertThat(usage.fullest().orElse(0)).isZero();
    }

    @Test
    void isUnknownWithoutHeaders() {
        assertThat(Usage.of(null, null)).isEqualTo(Usage.UNKNOWN);
        assertThat(Usage.UNKNOWN.fullest()).isEmpty();
    }
}
