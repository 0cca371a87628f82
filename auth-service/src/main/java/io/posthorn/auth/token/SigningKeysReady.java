package io.posthorn.auth.token;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

@Readiness
class SigningKeysReady implements HealthCheck {
    private final SigningKeys keys;

    SigningKeysReady(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys").status(keys.read()).build();
    }
}
