package io.posthorn.messaging.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are streamed. The limits count in each process. */
@ConfigMapping(prefix = "posthorn.messaging.realtime")
public interface RealtimeConfig {
    /** How often the relay's position is looked at while anybody listens. */
    @WithDefault("200ms")
    Duration pollEvery();

    /** Events that one read brings at most, and so what waits in memory for one slow client. */
    @WithDefault("500")
    int pageSize();

    /** A silent stream says that it is alive this often, so that nothing on the way takes it for dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** What clients are told to wait before they connect again. */
    @WithDefault("2s")
    Duration reconnectAfter();

    @WithDefault("20")
    int streamsPerUser();

    @WithDefault("500")
    int streamsPerWorkspace();

    @WithDefault("30s")
    Duration ticketLifetime();
}
