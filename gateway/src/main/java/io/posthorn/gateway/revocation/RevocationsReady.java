package io.posthorn.gateway.revocation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the revocations of the last minutes are known; but a Redis that is away does not keep the door shut for
 * long, since tokens end soon by themselves.
 */
@Readiness
@Singleton
class RevocationsReady implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RevocationFeed feed;
    private final Clock clock;
    private final Instant began;

    RevocationsReady(RevocationFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
        this.began = clock.instant();
    }

    @Override
    public HealthCheckResponse call() {
        boolean waited = Duration.between(began, clock.instant()).compareTo(PATIENCE) >= 0;
        return HealthCheckResponse.named("revocations")
                .status(feed.hasReplayed() || waited)
                .build();
    }
}
