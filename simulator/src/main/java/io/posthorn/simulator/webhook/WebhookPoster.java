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

    /** Signed with the secret of the destination's app. */
    Future<Attempt> post(World world, Destination destination, String url, byte[] body) {
        var secret = destination.secret(world);
        var headers = headers()
                .add(WebhookSigner.HEADER, WebhookSigner.sign(body, secret))
                .add(WebhookSigner.LEGACY_HEADER, WebhookSigner.signAsBefore(body, secret));
        return post(world, destination, url, body, headers);
    }

    Future<Attempt> post(World world, Destination destination, String url, byte[] body, Optional<String> signature) {
        var headers = headers();
        signature.ifPresent(value -> headers.add(WebhookSigner.HEADER, value));
        return post(world, destination, url, body, headers);
    }

    private Future<Attempt> post(World world, Destination destination, String url, byte[] body, MultiMap headers) {
        var at = world.clock().now().toString();
        var settings = world.settings().webhooks();
        return outbound.post(url, settings.tls().of(destination.appId()), headers, body, settings.timeoutMillis())
                .map(exchange -> Attempt.of(at, exchange));
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap()
                .add("Content-Type", "application/json")
                .add("User-Agent", "facebookexternalua");
    }
}
