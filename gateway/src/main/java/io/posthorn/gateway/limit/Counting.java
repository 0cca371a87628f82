package io.posthorn.gateway.limit;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Counts together with all replicas, and knows what to do while Redis is away: what only shares out capacity passes
 * uncounted, what guards accounts is counted by each replica alone.
 */
@Singleton
class Counting {
    private static final Logger LOG = Logger.getLogger(Counting.class);

    private final LimitStore store;
    private final Clock clock;
    private final Duration pause;
    private final LocalWindows alone;
    private volatile Instant away = Instant.MIN;
    private volatile boolean counting = true;

    Counting(LimitStore store, LimitsConfig config, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.pause = config.storePause();
        this.alone = new LocalWindows(config.rememberedCallers(), clock);
    }

    /** Empty when nobody counts. */
    Future<Optional<Verdict>> take(List<String> keys, Quota quota, long cost, boolean exact) {
        if (clock.instant().isBefore(away)) {
            return Future.succeededFuture(withoutStore(keys, quota, exact));
        }
        return store.take(keys, quota, cost, exact)
                .onSuccess(verdict -> returned())
                .map(Optional::of)
                .recover(failure -> {
                    lost(failure);
                    return Future.succeededFuture(withoutStore(keys, quota, exact));
                });
    }

    private Optional<Verdict> withoutStore(List<String> keys, Quota quota, boolean exact) {
        if (!exact) {
            return Optional.empty();
        }
        synchronized (alone) {
            if (keys.stream().allMatch(key -> alone.waiting(key, quota).isZero())) {
                keys.forEach(key -> alone.count(key, quota));
                return tightest(keys, quota)
                        .map(left -> new Verdict(true, left.remaining(), left.moreAfter(), Duration.ZERO));
            }
            return tightest(keys, quota);
        }
    }

    private Optional<Verdict> tightest(List<String> keys, Quota quota) {
        return keys.stream()
                .map(key -> alone.look(key, quota))
                .min(Comparator.comparingLong(Verdict::remaining)
                        .thenComparing(Verdict::moreAfter, Comparator.reverseOrder()));
    }

    private void lost(Throwable failure) {
        away = clock.instant().plus(pause);
        if (counting) {
            counting = false;
            LOG.warnf(
                    "Redis cannot count (%s): limits are not enforced, but those for logging in per replica", failure);
        }
    }

    private void returned() {
        if (!counting) {
            counting = true;
            LOG.info("Redis counts again: all limits are enforced");
        }
    }
}
