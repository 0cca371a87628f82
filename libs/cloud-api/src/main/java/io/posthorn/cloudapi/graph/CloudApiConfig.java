package io.posthorn.cloudapi.graph;

import java.net.URI;
import java.time.Duration;

/**
 * Where Meta is, how long we wait and how many calls there are at a time.
 *
 * @param connectTimeout until a connection is there; when it passes, nothing was sent
 * @param timeout from the first byte sent to the last byte of the answer; when it passes, nobody knows
 * @param connections at most this many at a time; further calls wait within {@code connectTimeout}
 * @param waiting at most this many calls wait for a connection; further ones are refused at once
 */
public record CloudApiConfig(
        URI baseUrl,
        String version,
        Duration connectTimeout,
        Duration timeout,
        int connections,
        int waiting,
        RetryPolicy retry,
        BreakerPolicy breaker) {
    private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int USUAL_CONNECTIONS = 256;
    private static final int USUAL_WAITING = 10_000;

    public CloudApiConfig(URI baseUrl, String version, Duration timeout) {
        this(baseUrl, version, USUAL_CONNECT_TIMEOUT, timeout, USUAL_CONNECTIONS);
    }

    public CloudApiConfig(URI baseUrl, String version, Duration connectTimeout, Duration timeout, int connections) {
        this(
                baseUrl,
                version,
                connectTimeout,
                timeout,
                connections,
                USUAL_WAITING,
                RetryPolicy.USUAL,
                BreakerPolicy.USUAL);
    }

    public CloudApiConfig with(RetryPolicy other) {
        return new CloudApiConfig(baseUrl, version, connectTimeout, timeout, connections, waiting, other, breaker);
    }

    public CloudApiConfig with(BreakerPolicy other) {
        return new CloudApiConfig(baseUrl, version, connectTimeout, timeout, connections, waiting, retry, other);
    }

    String url(String path) {
        var base = baseUrl.toString();
        var end = base.endsWith("/") ? base.length() - 1 : base.length();
        return "%s/%s/%s".formatted(base.substring(0, end), version, path);
    }
}
