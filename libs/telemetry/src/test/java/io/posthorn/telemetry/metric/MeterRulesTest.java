package io.posthorn.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterRulesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void rule() {
        meters.config().meterFilter(new MeterRules().rules());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/messages, /api/v1/messages",
        "/api/v1/messages/{id}, /api/v1/messages/{id}",
        "/contacts/14155552671, UNKNOWN",
        "/messages/019a2b3c-4d5e-7f60-8123-456789012345, UNKNOWN"
    })
    void measuresRequestsByRoutesOnly(String uri, String measuredAs) {
        meters.timer("http.server.requests", "uri", uri, "status", "413").record(Duration.ofMillis(3));

        assertThat(meters.get("http.server.requests")
                        .tag("uri", measuredAs)
                        .tag("status", "413")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givesBucketsToWhatIsAskedForAsPercentiles() {
        meters.timer("posthorn.meta.calls").record(Duration.ofMillis(30));
        meters.timer("other.calls").record(Duration.ofMillis(30));

        assertThat(meters.get("posthorn.meta.calls").timer().takeSnapshot().histogramCounts())
                .anyMatch(bucket -> bucket.count() == 0)
                .anyMatch(bucket -> bucket.count() == 1);
        assertThat(meters.get("other.calls").timer().takeSnapshot().histogramCounts())
                .isEmpty();
    }
}
