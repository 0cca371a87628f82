package io.posthorn.messaging.session;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each channel was last heard of and last used. Kept in memory and written now and then, one statement for all channels: a
 * process that is killed forgets some seconds of it, which nobody misses.
 */
@Startup
@ApplicationScoped
public class LastSeen {
    private static final Duration WRITE_EVERY = Duration.ofSeconds(10);

    /** The last webhook and the last call of a channel that are not written yet; null for none. */
    record Sight(UUID workspaceId, UUID channelId, Instant webhook, Instant call) {
        static Sight later(Sight one, Sight other) {
            return new Sight(
                    one.workspaceId, one.channelId, later(one.webhook, other.webhook), later(one.call, other.call));
        }

        private static Instant later(Instant one, Instant other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }
    }

    private final Map<UUID, Sight> sights = new ConcurrentHashMap<>();
    private final WorkerTransaction worker;
    private final SessionStore store;
    private final ChannelChanges changes;
    private final Clock clock;

    LastSeen(WorkerTransaction worker, SessionStore store, ChannelChanges changes, Clock clock, Background background) {
        this.worker = worker;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
        background.loop("last seen", () -> write().replaceWith(WRITE_EVERY), this::write);
    }

    /** A webhook about it came in. */
    public void heard(Channel channel) {
        note(new Sight(channel.workspaceId(), channel.id(), clock.instant(), null));
    }

    /** Meta accepted a call of it. */
    public void called(Channel channel) {
        note(new Sight(channel.workspaceId(), channel.id(), null, clock.instant()));
    }

    private void note(Sight sight) {
        sights.merge(sight.channelId(), sight, Sight::later);
    }

    /** In the order of their ids, so that two processes never wait for each other in a circle. */
    Uni<Void> write() {
        var seen = new ArrayList<Sight>();
        sights.keySet().forEach(id -> seen.add(sights.remove(id)));
        if (seen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        seen.sort(Comparator.comparing(Sight::channelId));
        return worker.connection(connection -> store.seen(connection, seen))
                .onFailure()
                .invoke(() -> seen.forEach(this::note))
                .chain(() -> revive(seen.stream()
                        .filter(sight -> sight.webhook() != null)
                        .map(Sight::channelId)
                        .toList()));
    }

    /** Who writes to a number that was off for want of use, uses it. */
    private Uni<Void> revive(List<UUID> heard) {
        return worker.connection(connection -> store.expiredAmong(connection, heard))
                .onItem()
                .transformToMulti(expired -> Multi.createFrom().iterable(expired))
                .onItem()
                .transformToUniAndConcatenate(channel ->
                        worker.connection(channel.workspaceId(), connection -> changes.usedAgain(connection, channel)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
