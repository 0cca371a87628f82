package io.posthorn.kit.revocation;

import io.posthorn.kit.background.Background;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.ReactiveStreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sessions and API keys were revoked. The stream's last quarter of an hour, longer than any access token lives, is
 * read from the start; new entries arrive within a fraction of a second. While Redis is away tokens live out their time.
 */
@Startup
@ApplicationScoped
public class Revocations {
    /**
     * Entries have a field {@code session}: the {@code sid} of the tokens that are no longer good, or their {@code client_id},
     * {@code sub} or {@code workspace}. With {@code lifted=true} they are good again.
     */
    public static final String STREAM = "posthorn:revocations";

    public static final Duration KEPT = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int PAGE = 1000;
    /** Redis may be away at the start; then serving counts for more than what it would have told us. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ReactiveStreamCommands<String, String, String> streams;
    private final Clock clock;
    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private final Instant waitsUntil;
    private String last;
    private volatile boolean replayed;

    Revocations(ReactiveRedisDataSource redis, Clock clock, Background background) {
        this.streams = redis.stream(String.class);
        this.clock = clock;
        background.loop("revocations", this::step);
        this.waitsUntil = clock.instant().plus(LONGEST_WAIT);
        this.last = Long.toString(clock.instant().minus(KEPT).toEpochMilli());
    }

    /** Whether a token that names this is no longer good; false for none. */
    public boolean isRevoked(Object sessionId) {
        return sessionId != null && revoked.containsKey(sessionId.toString());
    }

    /** Once everything that was revoked before the start has been read, or Redis has let us wait for too long. */
    boolean isReady() {
        return replayed || clock.instant().isAfter(waitsUntil);
    }

    private Uni<Duration> step() {
        return streams.xrange(STREAM, StreamRange.of("(" + last, "+"), PAGE).map(this::remember);
    }

    private Duration remember(List<StreamMessage<String, String, String>> entries) {
        var now = clock.instant();
        entries.forEach(entry -> {
            var session = entry.payload().get("session");
            if (session != null && Boolean.parseBoolean(entry.payload().get("lifted"))) {
                revoked.remove(session);
            } else if (session != null) {
                revoked.put(session, now.plus(KEPT));
            }
            last = entry.id();
        });
        revoked.values().removeIf(now::isAfter);
        replayed |= entries.size() < PAGE;
        return entries.size() == PAGE ? Duration.ZERO : BETWEEN_LOOKS;
    }
}
