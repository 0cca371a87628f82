package io.posthorn.gateway.stub;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** A gateway that takes short silence for failure, for the tests of what it does then; whatever else they do may fail for it. */
public class Impatient implements QuarkusTestProfile {
    public static final Duration SILENCE = Duration.ofMillis(700);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "posthorn.gateway.routes.fragile.timeout", SILENCE.toMillis() + "ms",
                "posthorn.gateway.patience.slowest-body", "10M",
                "posthorn.gateway.identity.ask-timeout", "500ms",
                "posthorn.gateway.health.timeout", "400ms");
    }
}
