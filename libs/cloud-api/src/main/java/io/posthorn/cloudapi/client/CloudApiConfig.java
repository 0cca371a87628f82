package io.posthorn.cloudapi.client;

import java.net.URI;
import java.time.Duration;

/**
 * Where Meta is and how long we wait.
 *
 * @param connectTimeout until a connection is there; when it passes, nothing was sent
 * @param timeout from the first byte sent to the last byte of the answer; when it passes, nobody knows
 * @param connections at most this many at a time; further calls wait within {@code connectTimeout}
 */
public record CloudApiConfig(URI baseUrl, String version, Duration connectTimeout, Duration timeout, int connections) {
    private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int USUAL_CONNECTIONS = 256;

    public CloudApiConfig(URI baseUrl, String version, Duration timeout) {
        this(baseUrl, version, USUAL_CONNECT_TIMEOUT, timeout, USUAL_CONNECTIONS);
    }

    String url(String path) {
        var base = baseUrl.toString();
        var end = base.endsWith("/") ? base.length() - 1 : base.length();
        return "%s/%s/%s".formatted(base.substring(0, end), version, path);
    }
}
