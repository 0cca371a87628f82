package io.posthorn.cloudapi.observing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.posthorn.cloudapi.error.ErrorTable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Latency by operation, outcome and code; repetitions; numbers whose calls are held back; the fullest of Meta's quotas. All
 * labels come from small fixed sets.
 */
public final class MeteredCalls implements CallListener {
    private static final String CALLS = "posthorn.meta.calls";
    private static final String REPEATED = "posthorn.meta.calls.repeated";
    private static final String HELD_BACK = "posthorn.meta.numbers.held.back";
    private static final String QUOTA = "posthorn.meta.quota.used.percent";

    private final MeterRegistry meters;
    private final AtomicInteger quota = new AtomicInteger();

    public MeteredCalls(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder(QUOTA, quota, AtomicInteger::get)
                .description("The fullest of the call quotas that Meta told of last")
                .register(meters);
    }

    @Override
    public void ended(Report report) {
        Timer.builder(CALLS)
                .description("Calls to Meta")
                .tag("operation", report.operation())
                .tag("outcome", report.outcome().word())
                .tag("code", code(report))
                .register(meters)
                .record(report.took());
        report.usage().fullest().ifPresent(quota::set);
    }

    @Override
    public void repeated(String operation) {
        meters.counter(REPEATED, "operation", operation).increment();
    }

    @Override
    public void watch(IntSupplier openBreakers) {
        Gauge.builder(HELD_BACK, openBreakers, IntSupplier::getAsInt)
                .description("Phone numbers whose calls are held back because Meta does not answer")
                .strongReference(true)
                .register(meters);
    }

    /** Codes that Meta invents could be many; they share one label. */
    private static String code(Report report) {
        return report.code().isEmpty()
                ? "none"
                : ErrorTable.find(report.code().getAsInt())
                        .map(known -> Integer.toString(report.code().getAsInt()))
                        .orElse("other");
    }
}
