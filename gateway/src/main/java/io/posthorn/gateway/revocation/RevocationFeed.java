package io.posthorn.gateway.revocation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads the stream of revocations from where it was left, again and again, and tells everybody what is new. */
@Singleton
class RevocationFeed {
    static final String STREAM = "posthorn:revocations";
    private static final Logger LOG = Logger.getLogger(RevocationFeed.class);
    /** As long as auth-service keeps entries, and longer than any access token lives. */
    private static final Duration KEPT = Duration.ofMinutes(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int PAGE = 1000;

    private final Redis redis;
    private final RevokedSessions revoked;
    private final Event<SessionRevoked> news;
    private final Vertx vertx;
    private final Clock clock;
    private String last;
    private volatile boolean replayed;
    private volatile boolean stopped;
    private boolean following = true;

    RevocationFeed(Redis redis, RevokedSessions revoked, Event<SessionRevoked> news, Vertx vertx, Clock clock) {
        this.redis = redis;
        this.revoked = revoked;
        this.news = news;
        this.vertx = vertx;
        this.clock = clock;
        this.last = clock.instant().minus(KEPT).toEpochMilli() + "-0";
    }

    void start(@Observes StartupEvent event) {
        vertx.getOrCreateContext().runOnContext(begin -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Whether everything that was revoked before we started is known. */
    boolean hasReplayed() {
        return replayed;
    }

    /** Whatever goes wrong with one look, the next one follows. */
    private void look() {
        if (stopped) {
            return;
        }
        read().map(this::remember).onFailure(this::lost).onComplete(done -> {
            boolean more = done.succeeded() && done.result() == PAGE;
            vertx.setTimer(more ? 1 : BETWEEN_LOOKS.toMillis(), again -> look());
        });
    }

    private Future<Response> read() {
        var command = Request.cmd(Command.XRANGE).arg(STREAM).arg("(" + last).arg("+");
        return redis.send(command.arg("COUNT").arg(PAGE)).timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private int remember(Response entries) {
        var now = clock.instant();
        for (var entry : entries) {
            take(entry.get(1), now);
            last = entry.get(0).toString();
        }
        revoked.forgetBefore(now);
        replayed = replayed || entries.size() < PAGE;
        if (!following) {
            following = true;
            LOG.info("Revocations are followed again");
        }
        return entries.size();
    }

    private void take(Response fields, Instant now) {
        String session = null;
        var lifted = false;
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            switch (fields.get(i).toString()) {
                case "session" -> session = fields.get(i + 1).toString();
                case "lifted" -> lifted = Boolean.parseBoolean(fields.get(i + 1).toString());
                default -> {} // for people
            }
        }
        if (session != null && lifted) {
            revoked.lift(session);
        } else if (session != null && revoked.add(session, now.plus(KEPT))) {
            news.fire(new SessionRevoked(session));
        }
    }

    private void lost(Throwable failure) {
        if (following) {
            following = false;
            LOG.warnf("Revocations cannot be followed (%s): tokens live out their time", failure);
        }
    }
}
