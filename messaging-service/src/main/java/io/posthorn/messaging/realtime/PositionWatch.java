package io.posthorn.messaging.realtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.messaging.feed.Feed;
import io.posthorn.messaging.feed.FeedStore;
import io.posthorn.messaging.feed.News;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Follows the relay's position for all streams of this process, while there are any, and wakes those it concerns. */
@Startup
@ApplicationScoped
class PositionWatch {
    private static final Duration NOBODY_LISTENS = Duration.ofMinutes(1);
    private static final long UNKNOWN = -1;

    private final Feed feed;
    private final Streams streams;
    private final RealtimeConfig config;
    private final BackgroundLoop loop;
    private volatile long position = UNKNOWN;

    PositionWatch(Feed feed, Streams streams, RealtimeConfig config, Background background, MeterRegistry meters) {
        this.feed = feed;
        this.streams = streams;
        this.config = config;
        this.loop = background.loop("event-position", this::step);
        meters.gauge("posthorn.realtime.streams", streams, Streams::count);
    }

    /** A stream was added. */
    void wake() {
        loop.wake();
    }

    long position() {
        return position;
    }

    private Uni<Duration> step() {
        if (streams.count() == 0) {
            position = UNKNOWN;
            return Uni.createFrom().item(NOBODY_LISTENS);
        }
        return feed.news(position).map(this::tell);
    }

    private Duration tell(News news) {
        var before = position;
        position = news.position();
        if (before == UNKNOWN || position - before > FeedStore.MOST_NEWS) {
            streams.wakeAll();
        } else {
            streams.wake(news.workspaces());
        }
        return config.pollEvery();
    }
}
