package io.posthorn.gateway.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * A plan with the numbers of the smallest, over times so long that nothing comes back while a test runs; and a proxy in front,
 * so that a test can come from where it likes.
 */
public class SlowPlan implements QuarkusTestProfile {
    private static final Map<String, String> QUOTAS = Map.of(
            "api", "100/25h",
            "auth", "5/5h",
            "messages", "30/10h",
            "uploads", "10/5h",
            "payment", "3/6s",
            "strict", "5/5h");

    @Override
    public Map<String, String> getConfigOverrides() {
        var config = new HashMap<String, String>();
        QUOTAS.forEach((limitClass, quota) -> config.put("posthorn.limits.plans.slow." + limitClass, quota));
        config.put("posthorn.limits.plan", "slow");
        config.put("posthorn.limits.rules.fragile.path", "/api/v1/fragile");
        config.put("posthorn.limits.rules.fragile.limit", "payment");
        config.put("posthorn.gateway.client.trusted-proxies", "127.0.0.0/8, ::1");
        return config;
    }
}
