package io.posthorn.gateway.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.gateway.route.Priority;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;

/** How many requests this gateway takes on at once. Streams without end leave once they have begun. */
@Singleton
public class LoadLimit {
    @ConfigMapping(prefix = "posthorn.gateway.load")
    interface LoadConfig {
        /** Webhooks may take all of these places, sends 90 in a hundred, reads 75, exports 50. */
        @WithDefault("2000")
        int maxRequests();
    }

    private final Room room;

    LoadLimit(LoadConfig config, MeterRegistry meters) {
        this.room = new Room(config.maxRequests(), "Too much is going on at the moment");
        meters.gauge("posthorn.gateway.requests", room, Room::taken);
    }

    public Room.Place enter(Priority priority) {
        return room.enter(priority);
    }
}
