package io.posthorn.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.event.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** How old events are when their effect is stored, how many had come before, and how many tries failed, by consumer. */
@ApplicationScoped
class InboxMeters {
    private final MeterRegistry meters;
    private final Clock clock;

    InboxMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void handled(String consumer, IncomingEvent event, boolean isNew) {
        failures(consumer); // counts from zero, or its first failure would not be seen as a rise
        if (isNew) {
            var age = Duration.between(event.time(), clock.instant());
            meters.timer("posthorn.inbox.age", "consumer", consumer).record(age.isNegative() ? Duration.ZERO : age);
        } else {
            meters.counter("posthorn.inbox.repeated", "consumer", consumer).increment();
        }
    }

    /** A try that is repeated, or the last one before the event goes to the dead letters. */
    void failed(String consumer) {
        failures(consumer).increment();
    }

    private Counter failures(String consumer) {
        return meters.counter("posthorn.inbox.failures", "consumer", consumer);
    }
}
