package io.posthorn.messaging.realtime;

import io.posthorn.messaging.feed.Feed;
import io.posthorn.messaging.feed.FeedBounds;
import io.posthorn.messaging.feed.FeedPage;
import io.posthorn.messaging.ticket.Listener;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * One client's stream. It pulls: the next page is read when the one before is on the wire, so a slow client has one page
 * in memory, however much happens meanwhile. Everything but {@link #wake()} and {@link #close} runs on the context of its
 * connection.
 */
final class EventStream {
    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Listener listener;
    private final Connection connection;
    private final Executor context;
    private final Feed feed;
    private final RealtimeConfig config;
    private final Clock clock;
    private final Bell bell = new Bell();
    private long cursor;
    private LongSupplier position;
    private boolean over;
    private volatile Instant silentSince;
    private volatile Closing closing;
    private int farewellsSeen;

    EventStream(
            Listener listener, Connection connection, Executor context, Feed feed, RealtimeConfig config, Clock clock) {
        this.listener = listener;
        this.connection = connection;
        this.context = context;
        this.feed = feed;
        this.config = config;
        this.clock = clock;
        this.silentSince = clock.instant();
    }

    Listener listener() {
        return listener;
    }

    Connection connection() {
        return connection;
    }

    /** There may be something to tell. */
    void wake() {
        bell.ring();
    }

    void close(Closing reason) {
        closing = reason;
        bell.ring();
    }

    boolean isClosing() {
        return closing != null;
    }

    /** How often the watch, and only that asks, has found this stream still saying good-bye. */
    int farewellsSeen() {
        return ++farewellsSeen;
    }

    boolean wantsHeartbeat() {
        return clock.instant().isAfter(silentSince.plus(config.heartbeat()));
    }

    /** From a cursor, or from now on when there is none or when it is too old. */
    Multi<Frame> frames(Long lastRead, LongSupplier relayPosition) {
        return feed.bounds()
                .onFailure()
                .retry()
                .withBackOff(AFTER_FAILURE)
                .indefinitely()
                .emitOn(context)
                .onItem()
                .transformToMulti(bounds -> Multi.createBy()
                        .concatenating()
                        .streams(beginning(lastRead, bounds, relayPosition), following()));
    }

    private Multi<Frame> beginning(Long lastRead, FeedBounds bounds, LongSupplier relayPosition) {
        var canContinue = lastRead != null && bounds.canContinueAfter(lastRead);
        cursor = canContinue ? lastRead : bounds.position();
        position = () -> Math.max(bounds.position(), relayPosition.getAsLong());
        bell.ring();
        var opening = Frame.opening(encoded(cursor), config.reconnectAfter());
        return lastRead == null || canContinue
                ? Multi.createFrom().item(opening)
                : Multi.createFrom().items(opening, Frame.reset(encoded(cursor), clock.instant()));
    }

    private Multi<Frame> following() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(frames -> !over)
                .onItem()
                .disjoint();
    }

    private Uni<List<Frame>> next() {
        return bell.heard().emitOn(context).chain(this::look);
    }

    private Uni<List<Frame>> look() {
        bell.hush();
        if (closing != null) {
            over = true;
            return Uni.createFrom().item(List.of(Frame.closed(closing)));
        }
        return read(position.getAsLong()).map(this::told).onFailure().recoverWithUni(this::later);
    }

    private Uni<FeedPage> read(long upTo) {
        if (upTo <= cursor) {
            return Uni.createFrom().item(new FeedPage(List.of(), cursor));
        }
        return feed.page(listener.workspaceId(), cursor, upTo, config.pageSize())
                .emitOn(context)
                .invoke(page -> {
                    if (page.readUpTo() < upTo) {
                        bell.ring();
                    }
                });
    }

    private List<Frame> told(FeedPage page) {
        cursor = page.readUpTo();
        var silent = page.events().isEmpty();
        if (silent && !wantsHeartbeat()) {
            return List.of();
        }
        silentSince = clock.instant();
        return silent
                ? List.of(Frame.heartbeat(encoded(cursor)))
                : page.events().stream()
                        .map(event -> Frame.event(encoded(event.sequence()), event))
                        .toList();
    }

    /** The client keeps its connection while the database is away. */
    private Uni<List<Frame>> later(Throwable failure) {
        LOG.warnf("Events could not be read: %s", failure.getClass().getName());
        bell.ring();
        return Uni.createFrom()
                .item(List.<Frame>of())
                .onItem()
                .delayIt()
                .by(AFTER_FAILURE)
                .emitOn(context);
    }

    private String encoded(long sequence) {
        return EventCursor.encoded(listener.workspaceId(), sequence);
    }
}
