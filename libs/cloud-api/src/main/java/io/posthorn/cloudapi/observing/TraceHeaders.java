package io.posthorn.cloudapi.observing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The W3C trace context of the work that a call belongs to, as whoever traces gives it; other headers are not taken. */
public final class TraceHeaders {
    public static final TraceHeaders NONE = new TraceHeaders(Map::of);
    private static final Set<String> TAKEN = Set.of("traceparent", "tracestate", "baggage");
    private static final String PLAIN = "[\\x20-\\x7e]{1,1024}";

    private final Supplier<Map<String, String>> current;

    public TraceHeaders(Supplier<Map<String, String>> current) {
        this.current = current;
    }

    public Map<String, String> now() {
        return current.get().entrySet().stream()
                .filter(header -> TAKEN.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .filter(header -> header.getValue().matches(PLAIN))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
