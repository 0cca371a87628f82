package io.posthorn.gateway.limit;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** So many in so long, written {@code 100/15m}. */
public record Quota(long limit, Duration window) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,4})([smh])");
    private static final Map<String, Duration> UNITS =
            Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    public static Quota parse(CharSequence text) {
        var read = WRITTEN.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException("A quota is written like 100/15m, not " + text);
        }
        var window = UNITS.get(read.group(3)).multipliedBy(Long.parseLong(read.group(2)));
        return new Quota(Long.parseLong(read.group(1)), window);
    }

    long windowMicros() {
        return window.toNanos() / 1000;
    }
}
