package io.posthorn.simulator.graph;

import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Finds out who calls: which world a token belongs to, and whether Meta still takes it. */
@ApplicationScoped
class Callers {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE, dd-MMM-yy HH:mm:ss 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final int EXPIRED = 463;

    record Caller(World world, AccessToken token) {}

    private final Worlds worlds;

    Callers(Worlds worlds) {
        this.worlds = worlds;
    }

    Caller of(HttpServerRequest request, GraphPath path) {
        var value = BearerToken.of(request).orElseThrow(() -> missing(path).failure());
        var world = worlds.ofToken(value)
                .orElseThrow(() -> GraphError.unknownToken().failure());
        var token = world.directory().token(value).orElseThrow(() -> GraphError.unknownToken()
                .failure());
        check(world, token);
        return new Caller(world, token);
    }

    private static GraphError missing(GraphPath path) {
        return path.objectId().equals("me") ? GraphError.of(2500) : GraphError.noToken();
    }

    private static void check(World world, AccessToken token) {
        var now = world.clock().millis();
        if (token.invalidSubcode() != 0) {
            throw GraphError.badToken(token.invalidSubcode(), reason(token)).failure();
        }
        if (token.isExpired(now)) {
            var text = "Session has expired on %s. The current time is %s."
                    .formatted(time(token.expiresMillis()), time(now));
            throw GraphError.badToken(EXPIRED, text).failure();
        }
    }

    private static String reason(AccessToken token) {
        return switch (token.invalidSubcode()) {
            case 458 -> "The user has not authorized application %s.".formatted(token.appId());
            case 459 ->
                "You cannot access the app till you log in to www.facebook.com and follow the instructions given.";
            case 460 ->
                "The session has been invalidated because the user changed their password or Facebook has changed the "
                        + "session for security reasons.";
            case EXPIRED -> "Session has expired.";
            case 464 -> "Sessions for the user are not allowed because the user is not a confirmed user.";
            default -> "The session is invalid because the user logged out.";
        };
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
