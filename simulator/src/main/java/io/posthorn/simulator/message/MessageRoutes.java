package io.posthorn.simulator.message;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /_sim/messages}: what the business sent. */
@ApplicationScoped
class MessageRoutes {
    private final Worlds worlds;

    MessageRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/messages", this::list);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        var wanted = wanted(request);
        var limit = request.limit();
        return ControlAnswer.ok(worlds.namedOrAll(request.query("world")).stream()
                .sorted(Comparator.comparingInt(world -> world.identity().ordinal()))
                .flatMap(world ->
                        SentMessages.of(world).latest(wanted, limit).stream().map(message -> message.view(world.id())))
                .limit(limit)
                .toList());
    }

    private static Predicate<SentMessage> wanted(ControlRequest request) {
        var to = request.query("to").map(number -> number.replaceAll("\\D", ""));
        var number = request.query("phoneNumberId");
        var callbackData = request.query("callbackData");
        var wamid = request.query("wamid");
        return message -> isNothingElse(to, message.customer())
                && isNothingElse(number, message.phoneNumberId())
                && isNothingElse(wamid, message.wamid())
                && (callbackData.isEmpty()
                        || callbackData.equals(message.outgoing().callbackData()));
    }

    private static boolean isNothingElse(Optional<String> wish, String value) {
        return wish.isEmpty() || wish.get().equals(value);
    }
}
