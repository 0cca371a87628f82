package io.posthorn.gateway.proxy;

import java.time.Duration;

/** How slowly a body may come: after a while, so many bytes a second at least. One that drips keeps a place from others. */
record BodyPace(Duration grace, long bytesPerSecond) {
    boolean isTooSlow(long bytes, long nanosWaited) {
        return nanosWaited > grace.toNanos() && bytes < bytesPerSecond * (nanosWaited - grace.toNanos()) / 1e9;
    }
}
