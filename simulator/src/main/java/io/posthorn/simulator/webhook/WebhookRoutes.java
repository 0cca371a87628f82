package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.webhook.DeliveryFilter.Found;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /_sim/webhooks}: what was posted, once more, and odd bodies on demand. */
@ApplicationScoped
class WebhookRoutes {
    private final Worlds worlds;
    private final WebhookPoster poster;

    WebhookRoutes(Worlds worlds, WebhookPoster poster) {
        this.worlds = worlds;
        this.poster = poster;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/webhooks", this::list);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/webhooks/replay", this::replayAll);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/webhooks/:id/replay", this::replay);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/worlds/:id/webhooks", this::postOdd);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(DeliveryFilter.find(worlds, request)
                .map(found -> found.delivery().view(found.world().id()))
                .toList());
    }

    private Future<ControlAnswer> replay(ControlRequest request) {
        var id = request.path("id");
        var found = worlds.all().stream()
                .flatMap(world -> DeliveryLog.of(world).find(id).stream().map(delivery -> new Found(world, delivery)))
                .filter(WebhookRoutes::hasBody)
                .findFirst()
                .orElseThrow(() -> ControlProblem.notFound("No delivery " + id));
        return repost(found).compose(ControlAnswer::ok);
    }

    /** One after the other, oldest first. */
    private Future<ControlAnswer> replayAll(ControlRequest request) {
        var replayed = Json.MAPPER.createArrayNode();
        var chain = Future.<Void>succeededFuture();
        for (var found : DeliveryFilter.find(worlds, request)
                .filter(WebhookRoutes::hasBody)
                .toList()) {
            chain = chain.compose(done -> repost(found)).map(attempt -> {
                replayed.addObject().put("id", found.delivery().id()).put("status", attempt.status());
                return null;
            });
        }
        return chain.compose(done -> ControlAnswer.ok(replayed));
    }

    private Future<Attempt> repost(Found found) {
        var destination = found.delivery().destination();
        var url = destination.address(found.world()).orElseThrow(WebhookRoutes::noCallback);
        return poster.post(found.world(), destination, url, found.delivery().body());
    }

    private static boolean hasBody(Found found) {
        return found.delivery().body().length > 0;
    }

    private Future<ControlAnswer> postOdd(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var odd = request.body(OddWebhook.class);
        var body = odd.bytes();
        var destination = Destination.usual(world);
        var url = Optional.ofNullable(odd.url())
                .or(() -> destination.address(world))
                .orElseThrow(WebhookRoutes::noCallback);
        return poster.post(world, destination, url, body, odd.signature(body, world))
                .compose(ControlAnswer::ok);
    }

    private static ControlProblem noCallback() {
        return ControlProblem.refused("no_callback", "The world has no callback URL");
    }

    /**
     * A body as a test wants it: exact text, any JSON, or entries to be wrapped. The signature is right unless one is
     * given; an empty one sends no header.
     */
    record OddWebhook(String raw, JsonNode payload, JsonNode entries, String signature, String url) {
        OddWebhook {
            if ((raw == null ? 0 : 1) + (payload == null ? 0 : 1) + (entries == null ? 0 : 1) != 1) {
                throw new IllegalArgumentException("One of raw, payload and entries is required");
            }
        }

        byte[] bytes() {
            if (raw != null) {
                return raw.getBytes(StandardCharsets.UTF_8);
            }
            return WebhookJson.write(payload != null ? payload : wrapped());
        }

        Optional<String> signature(byte[] body, World world) {
            var header = signature == null
                    ? WebhookSigner.sign(body, world.identity().appSecret())
                    : signature;
            return Optional.of(header).filter(value -> !value.isEmpty());
        }

        private JsonNode wrapped() {
            return Json.object().put("object", "whatsapp_business_account").set("entry", entries);
        }
    }
}
