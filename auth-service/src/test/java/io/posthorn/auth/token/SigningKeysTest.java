package io.posthorn.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private final SigningKeys unread = new SigningKeys(
            null, null, new Settings(), Clock.systemUTC(), new Background(null, new SimpleMeterRegistry(), null, null));

    @Test
    void beforeTheyAreReadNobodyIsToldThatThereAreNone() {
        var refusal = catchThrowableOfType(ProblemException.class, () -> new JwksResource(unread).keys());

        assertThat(refusal.type().status()).isEqualTo(503);
        assertThat(new SigningKeysReady(unread).call().getStatus().name()).isEqualTo("DOWN");
    }

    private record Settings() implements TokenConfig {
        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration keyRefresh() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration keyOverlap() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration keyLifetime() {
            return Duration.ofDays(90);
        }
    }
}
