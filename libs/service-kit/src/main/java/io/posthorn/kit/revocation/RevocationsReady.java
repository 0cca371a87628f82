package io.posthorn.kit.revocation;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process that has just started must not accept what was revoked a moment ago. */
@Readiness
class RevocationsReady implements HealthCheck {
    private final Revocations revocations;

    RevocationsReady(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("revocations")
                .status(revocations.isReady())
                .build();
    }
}
