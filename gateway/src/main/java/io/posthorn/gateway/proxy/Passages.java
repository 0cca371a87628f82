package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.Exchange;
import io.posthorn.gateway.exchange.HeaderHygiene;
import io.posthorn.gateway.identity.Caller;
import io.posthorn.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Sends admitted requests on their way. */
@Singleton
class Passages {
    private final Upstreams upstreams;
    private final PatienceConfig patience;
    private final HeaderHygiene hygiene;
    private final OpenStreams streams;
    private final Vertx vertx;
    private final Clock clock;

    Passages(
            Upstreams upstreams,
            PatienceConfig patience,
            HeaderHygiene hygiene,
            OpenStreams streams,
            Vertx vertx,
            Clock clock) {
        this.upstreams = upstreams;
        this.patience = patience;
        this.hygiene = hygiene;
        this.streams = streams;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** {@code body} is what was read already, null where it is still to come. */
    Future<Void> pass(Visit visit, Caller caller, Buffer body) {
        if (body == null) {
            visit.askForBody();
        }
        var incoming = ProxyRequest.reverseProxy(visit.request()).setURI(visit.target());
        hygiene.inward(incoming.headers(), visit.request(), Exchange.of(visit.context()));
        if (caller.isKnown()) {
            incoming.headers().set("Authorization", "Bearer " + caller.accessToken());
        }
        var upstream = upstreams.named(visit.route().upstream());
        var life = new StreamLife(caller.principal(), streams, vertx, clock);
        if (visit.wantsWebSocket()) {
            return new Tunnel(visit, upstream, incoming.headers(), hygiene, life).open();
        }
        return new Passage(incoming, visit, upstream, hygiene, body, life, patience.pace(visit.route()), vertx).go();
    }
}
