package io.posthorn.simulator.webhook;

import io.posthorn.simulator.outbound.Outbound;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Posts one body once. */
@ApplicationScoped
class WebhookPoster {
    private final Outbound outbound;

    WebhookPoster(Outbound outbound) {
        this.outbound = outbound;
    }

    Future<Attempt> post(World world, String url, byte[] body) {
        var signature = WebhookSigner.sign(body, world.identity().appSecret());
        return post(world, url, body, Optional.of(signature));
    }

    Future<Attempt> post(World world, String url, byte[] body, Optional<String> signature) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Content-Type", "application/json")
                .add("User-Agent", "facebookexternalua");
        signature.ifPresent(value -> headers.add(WebhookSigner.HEADER, value));
        var at = world.clock().now().toString();
        return outbound.post(url, headers, body, world.settings().webhooks().timeoutMillis())
                .map(exchange -> Attempt.of(at, exchange));
    }
}
