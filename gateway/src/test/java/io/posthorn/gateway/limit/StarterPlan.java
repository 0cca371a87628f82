package io.posthorn.gateway.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The smallest plan, and a proxy in front, so that a test can come from where it likes. */
public class StarterPlan implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "posthorn.limits.plan",
                "starter",
                "posthorn.limits.store-timeout",
                "5s",
                "posthorn.gateway.client.trusted-proxies",
                "127.0.0.0/8, ::1");
    }
}
