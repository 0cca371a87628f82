package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;

/**
 * What all lanes of a process work with.
 *
 * @param departures tells the dispatcher that something may leave
 */
record LaneTools(
        LaneWork work,
        LaneCalls calls,
        CallResults results,
        SendingConfig config,
        Clock clock,
        Vertx vertx,
        MeterRegistry meters,
        Runnable departures) {

    long now() {
        return clock.millis();
    }

    LaneTools telling(Runnable dispatcher) {
        return new LaneTools(work, calls, results, config, clock, vertx, meters, dispatcher);
    }
}
