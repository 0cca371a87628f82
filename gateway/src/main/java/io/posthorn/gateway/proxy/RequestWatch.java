package io.posthorn.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.posthorn.gateway.exchange.ClientAddress;
import io.posthorn.gateway.exchange.Exchange;
import io.posthorn.gateway.identity.Caller;
import io.posthorn.gateway.route.Route;
import io.posthorn.telemetry.logging.LogKeys;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * One line, one measurement and one span for each request: what was asked of which route, how it ended. Not the path, which may
 * carry ids, nor the query, which may carry tickets; and of the client only a hash that means nothing after a restart.
 */
@Singleton
class RequestWatch {
    private static final Logger LOG = Logger.getLogger("io.posthorn.gateway.access");
    private static final String ROUTE = RequestWatch.class.getName();
    private static final String WORKSPACE = ROUTE + ".workspace";
    private static final String NO_ROUTE = "-";
    /** The answer did not reach its end, mostly because the client left. */
    private static final int BROKEN_OFF = 499;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final ClientAddress addresses;
    private final MeterRegistry meters;
    private final byte[] salt = new byte[16];

    RequestWatch(ClientAddress addresses, MeterRegistry meters) {
        this.addresses = addresses;
        this.meters = meters;
        new SecureRandom().nextBytes(salt);
    }

    static void note(RoutingContext context, Route route) {
        context.put(ROUTE, route.path());
    }

    static void note(RoutingContext context, Caller caller) {
        if (caller.workspace() != null) {
            context.put(WORKSPACE, caller.workspace());
        }
    }

    void follow(RoutingContext context, Exchange exchange) {
        long began = System.nanoTime();
        context.addEndHandler(ended -> end(context, exchange, ended.succeeded(), System.nanoTime() - began));
    }

    private void end(RoutingContext context, Exchange exchange, boolean whole, long nanos) {
        var response = context.response();
        var status = whole && response.ended() ? response.getStatusCode() : BROKEN_OFF;
        var method = METHODS.contains(context.request().method())
                ? context.request().method().name()
                : "OTHER";
        String route = context.get(ROUTE, NO_ROUTE);
        measure(method, route, status, Duration.ofNanos(nanos));
        var span = exchange.span()
                .named(method + " " + route)
                .note("http.route", route)
                .note("http.request.method", method)
                .note("http.response.status_code", status);
        (status >= 500 ? span.failed(Integer.toString(status)) : span).end();
        if (LOG.isInfoEnabled()) {
            write(context, exchange, route, status, nanos);
        }
    }

    /** Named and labelled as the services' own, so that one question asks for all. */
    private void measure(String method, String route, int status, Duration took) {
        Timer.builder("http.server.requests")
                .tag("method", method)
                .tag("uri", route.equals(NO_ROUTE) ? "NOT_FOUND" : route)
                .tag("status", Integer.toString(status))
                .tag("outcome", Outcome.forStatus(status).name())
                .register(meters)
                .record(took);
    }

    private void write(RoutingContext context, Exchange exchange, String route, int status, long nanos) {
        LogKeys.TRACE.put(exchange.traceId());
        LogKeys.REQUEST.put(exchange.requestId());
        if (context.get(WORKSPACE) != null) {
            LogKeys.WORKSPACE.put(context.get(WORKSPACE));
        }
        LOG.infof(
                "requestId=%s method=%s route=%s status=%d ms=%d bytes=%d client=%s",
                exchange.requestId(),
                context.request().method(),
                route,
                status,
                nanos / 1_000_000,
                context.response().bytesWritten(),
                hash(addresses.of(context.request())));
        for (var key : LogKeys.values()) {
            key.remove();
        }
    }

    private String hash(String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(address.getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
