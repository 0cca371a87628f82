package io.posthorn.telemetry.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which times have buckets, and what no label may say. */
@Singleton
class MeterRules {
    private static final String REQUESTS = "http.server.requests";
    /** Alerts and dashboards ask for percentiles over all processes, which only buckets can be added up to. */
    private static final Set<String> WITH_BUCKETS = Set.of(REQUESTS, "posthorn.meta.calls", "posthorn.inbox.age");

    private static final double[] BOUNDS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();
    /** An id or a number: then it is a path, of a request that the server refused before it had a route. */
    private static final Pattern NAMES_SOMETHING = Pattern.compile("\\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}-");

    private static final List<Tag> NO_ROUTE = List.of(Tag.of("uri", "UNKNOWN"));

    @Produces
    @Singleton
    MeterFilter rules() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) && saysTooMuch(id.getTag("uri")) ? id.withTags(NO_ROUTE) : id;
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return WITH_BUCKETS.contains(id.getName())
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BOUNDS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    private static boolean saysTooMuch(String uri) {
        return uri != null && NAMES_SOMETHING.matcher(uri).find();
    }
}
