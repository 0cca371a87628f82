package io.posthorn.gateway.exchange;

import io.posthorn.telemetry.trace.TraceParent;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which headers cross the door. Inwards nothing passes that a service might take for the gateway's word; outwards nothing
 * that is the gateway's own business or tells about the house.
 */
@Singleton
public class HeaderHygiene {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect");
    private static final List<String> OURS_TO_SAY = List.of(
            "x-forwarded-", "x-user-", "x-workspace-", "x-internal-", "x-posthorn-", "x-original-", "x-rewrite-");
    private static final Set<String> OURS_TO_SAY_EXACTLY = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-user",
            "x-workspace",
            "x-internal",
            "x-http-method-override",
            "x-api-key");
    private static final String NOTHING_IN_IT_RUNS = "default-src 'none'; frame-ancestors 'none'";
    private static final Set<String> HIDDEN = Set.of("server", "x-powered-by");

    private final String publicScheme;
    private final ClientAddress addresses;

    HeaderHygiene(@ConfigProperty(name = "posthorn.public-url") URI publicUrl, ClientAddress addresses) {
        this.publicScheme = publicUrl.getScheme();
        this.addresses = addresses;
    }

    /** Leaves what the client may say, and adds what only we can know. */
    public void inward(MultiMap headers, HttpServerRequest request, Exchange exchange) {
        var client = addresses.of(request);
        var named = namedByConnection(headers);
        var continued = exchange.continues(headers.get(TraceParent.HEADER));
        List.copyOf(headers.names()).stream()
                .filter(name -> isForged(name) || isHopByHop(name, named))
                .forEach(headers::remove);
        if (!continued) {
            headers.remove("tracestate");
        }
        headers.set("X-Forwarded-For", client);
        headers.set("X-Forwarded-Proto", publicScheme);
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.set(Exchange.REQUEST_ID, exchange.requestId());
        headers.set(TraceParent.HEADER, exchange.traceParent());
    }

    /** Removes from an upstream's answer what is between it and us, and what the gateway says itself. */
    public void outward(MultiMap headers, MultiMap saidByGateway) {
        var named = namedByConnection(headers);
        List.copyOf(headers.names()).stream()
                .filter(name -> isHopByHop(name, named)
                        || HIDDEN.contains(lower(name))
                        || lower(name).startsWith("x-internal-")
                        || lower(name).startsWith("access-control-")
                        || saidByGateway.contains(name))
                .forEach(headers::remove);
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", NOTHING_IN_IT_RUNS);
        }
    }

    private static boolean isForged(String name) {
        var plain = lower(name).replace('_', '-');
        return OURS_TO_SAY_EXACTLY.contains(plain) || OURS_TO_SAY.stream().anyMatch(plain::startsWith);
    }

    /** Whatever Connection names is for this hop only, except what a message cannot do without. */
    private static boolean isHopByHop(String name, Set<String> named) {
        var lower = lower(name);
        return HOP_BY_HOP.contains(lower) || named.contains(lower);
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        var named = new java.util.HashSet<String>();
        for (var value : headers.getAll("connection")) {
            for (var token : value.split(",")) {
                named.add(lower(token.strip()));
            }
        }
        named.removeAll(Set.of("content-length", "transfer-encoding", "host", "authorization", "content-type"));
        return named;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
