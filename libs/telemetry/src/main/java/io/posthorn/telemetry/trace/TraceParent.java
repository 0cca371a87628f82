package io.posthorn.telemetry.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The trace that work belongs to, and the span that asked for it, as the W3C header has them. */
public record TraceParent(String traceId, String spanId, boolean sampled) {
    public static final String HEADER = "traceparent";
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Empty when it is missing or malformed. */
    public static Optional<TraceParent> of(String header) {
        return header != null && FORM.matcher(header).matches()
                ? Optional.of(new TraceParent(
                        header.substring(3, 35), header.substring(36, 52), (header.charAt(54) & 1) == 1))
                : Optional.empty();
    }

    public static TraceParent fresh() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return new TraceParent(hex.substring(0, 32), hex.substring(32), true);
    }

    /** The 32 hex digits that people quote, of a well-formed header. */
    public static String id(String header) {
        return header.substring(3, 35);
    }

    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
