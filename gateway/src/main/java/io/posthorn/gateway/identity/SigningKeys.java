package io.posthorn.gateway.identity;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The keys that we believe in. An id that we do not know is reason to ask auth-service once, because keys rotate; but not
 * again before a pause, because anybody can invent ids. While auth-service is away, the keys that we have stay good.
 */
@Singleton
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeySource source;
    private final IdentityConfig config;
    private final Clock clock;
    private volatile KeySet keys = KeySet.NONE;
    private Instant lastAsked = Instant.EPOCH;
    private boolean lastAnswered = true;
    private Future<KeySet> asking;

    SigningKeys(KeySource source, IdentityConfig config, Clock clock) {
        this.source = source;
        this.config = config;
        this.clock = clock;
    }

    /** The key with this id; empty when there is none; a failure when nobody can tell. */
    Future<Optional<SigningKey>> find(String id) {
        var known = usable().find(id);
        if (known != null) {
            refreshWhenOld();
            return Future.succeededFuture(Optional.of(known));
        }
        return ask().map(fresh -> Optional.ofNullable(fresh.find(id)));
    }

    /** Whether a token that was verified with this key may still be believed without looking at it again. */
    boolean stillBelieves(SigningKey key) {
        return key.equals(usable().find(key.id()));
    }

    private KeySet usable() {
        var current = keys;
        return age(current).compareTo(config.believedFor()) < 0 ? current : KeySet.NONE;
    }

    private void refreshWhenOld() {
        if (age(keys).compareTo(config.refreshAfter()) >= 0) {
            ask();
        }
    }

    private synchronized Future<KeySet> ask() {
        if (asking != null) {
            return asking;
        }
        if (sinceLastAsked().compareTo(config.askAgainAfter()) < 0) {
            return lastAnswered
                    ? Future.succeededFuture(usable())
                    : Future.failedFuture(new IllegalStateException("auth-service did not answer a moment ago"));
        }
        lastAsked = clock.instant();
        var answer = source.read().map(json -> KeySet.parse(json, clock.instant()));
        asking = answer;
        answer.onComplete(done -> answered(done.result(), done.cause()));
        return answer;
    }

    private synchronized void answered(KeySet fresh, Throwable failure) {
        asking = null;
        lastAnswered = failure == null;
        if (failure == null) {
            keys = fresh;
        } else {
            LOG.warnf("The signing keys could not be read (%s); known keys stay in use", failure.getMessage());
        }
    }

    /** However far away it is: a clock that was set back must not silence us until it has caught up. */
    private Duration sinceLastAsked() {
        return Duration.between(lastAsked, clock.instant()).abs();
    }

    private Duration age(KeySet set) {
        return Duration.between(set.readAt(), clock.instant());
    }
}
