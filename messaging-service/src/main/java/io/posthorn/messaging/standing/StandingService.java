package io.posthorn.messaging.standing;

import io.posthorn.contracts.channel.ChannelQualityChanged;
import io.posthorn.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Notes what Meta tells of numbers; lanes take new limits over by themselves. */
@ApplicationScoped
public class StandingService {
    private final StandingStore store;
    private final Outbox outbox;
    private final Clock clock;

    StandingService(StandingStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The first that we hear of a number: nobody has to be told. */
    public Uni<Void> learned(SqlConnection connection, UUID workspaceId, UUID channelId, NumberReading reading) {
        return store.note(connection, workspaceId, channelId, reading).replaceWithVoid();
    }

    /** Tells what is different. */
    public Uni<Void> told(SqlConnection connection, UUID workspaceId, UUID channelId, NumberReading reading) {
        if (reading.tellsNothing()) {
            return Uni.createFrom().voidItem();
        }
        return store.note(connection, workspaceId, channelId, reading)
                .chain(changed -> changed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.append(
                                connection,
                                workspaceId,
                                changed.get().version(),
                                new ChannelQualityChanged(
                                        channelId,
                                        changed.get().qualityRating(),
                                        changed.get().messagingTier(),
                                        changed.get().messagingLimit(),
                                        changed.get().callsPerSecond(),
                                        clock.instant())));
    }
}
