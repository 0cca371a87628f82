package io.posthorn.testkit;

import io.posthorn.devstack.store.Secrets;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Real stores for a {@code @QuarkusTest}, with a database of its own:
 * {@code @QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))}.
 */
public class PosthornStores implements QuarkusTestResourceLifecycleManager {
    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
        if (service == null) {
            throw new IllegalArgumentException("PosthornStores needs the init argument 'service', for example auth");
        }
    }

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<>(Stores.newDatabase(service).configuration());
        configuration.put("posthorn.kafka.bootstrap-servers", Stores.kafka());
        configuration.put("posthorn.redis.url", Stores.redis());
        configuration.put("posthorn.envelope-keys", Secrets.envelopeKey("test"));
        configuration.put("posthorn.client-secret", Secrets.text());
        configuration.put("mp.jwt.verify.publickey.location", Tokens.jwksLocation());
        configuration.put("quarkus.http.test-port", "0");
        return configuration;
    }

    /** Nothing: the stores serve the tests that follow, and the database goes with them. */
    @Override
    public void stop() {}
}
