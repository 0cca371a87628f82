package io.posthorn.messaging.realtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.messaging.feed.Feed;
import io.posthorn.messaging.ticket.Listener;
import io.posthorn.messaging.ticket.Ticket;
import io.posthorn.messaging.ticket.TicketService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Executor;

/** Opens streams. */
@ApplicationScoped
class StreamService {
    private final Streams streams;
    private final Feed feed;
    private final PositionWatch watch;
    private final TicketService tickets;
    private final RealtimeConfig config;
    private final Clock clock;
    private final Counter told;

    StreamService(
            Streams streams,
            Feed feed,
            PositionWatch watch,
            TicketService tickets,
            RealtimeConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.streams = streams;
        this.feed = feed;
        this.watch = watch;
        this.tickets = tickets;
        this.config = config;
        this.clock = clock;
        this.told = meters.counter("posthorn.realtime.frames");
    }

    /**
     * Refuses at once, or gives what is to be written from now on. The stream is known to the watch before the relay's
     * position is read, so nothing falls between the two.
     *
     * @param lastEventId null to begin now
     */
    Multi<Frame> open(Listener listener, String lastEventId, Connection connection) {
        var lastRead = lastEventId == null ? null : EventCursor.decoded(listener.workspaceId(), lastEventId);
        var stream = new EventStream(listener, connection, context(), feed, config, clock);
        streams.add(stream);
        watch.wake();
        return stream.frames(lastRead, watch::position)
                .onItem()
                .invoke(() -> told.increment())
                .onTermination()
                .invoke(() -> streams.remove(stream));
    }

    Uni<Ticket> ticket(Listener listener) {
        return tickets.issue(listener, config.ticketLifetime());
    }

    /** That of the request: a stream's steps follow each other on its connection's event loop. */
    private static Executor context() {
        var context = Vertx.currentContext();
        return step -> context.runOnContext(ignored -> step.run());
    }
}
