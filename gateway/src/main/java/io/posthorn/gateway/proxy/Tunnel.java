package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.HeaderHygiene;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.upstream.Replica;
import io.posthorn.gateway.upstream.Upstream;
import io.posthorn.gateway.upstream.UpstreamFailure;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;

/** A WebSocket: once the service has agreed, bytes pass in both directions, each as fast as the other end takes them. */
final class Tunnel {
    private final Visit visit;
    private final HttpServerRequest request;
    private final Upstream upstream;
    private final MultiMap headers;
    private final HeaderHygiene hygiene;
    private final StreamLife life;
    private Replica replica;

    Tunnel(Visit visit, Upstream upstream, MultiMap headers, HeaderHygiene hygiene, StreamLife life) {
        this.visit = visit;
        this.request = visit.request();
        this.upstream = upstream;
        this.headers = headers.set("Connection", "Upgrade").set("Upgrade", "websocket");
        this.hygiene = hygiene;
        this.life = life;
    }

    /** Completes when both ends have closed. */
    Future<Void> open() {
        return upstream.guarded(visit.route().priority(visit.method()), this::ask)
                .recover(failure -> Future.failedFuture(
                        failure instanceof Refusal
                                ? failure
                                : UpstreamFailure.afterSending(upstream, request, failure)))
                .compose(this::answer)
                .onComplete(done -> {
                    life.end();
                    if (replica != null) {
                        replica.done();
                    }
                });
    }

    private Future<HttpClientResponse> ask() {
        replica = upstream.choose();
        return replica.request(HttpMethod.GET, visit.target())
                .compose(outgoing -> {
                    outgoing.exceptionHandler(told -> {}).headers().setAll(headers);
                    return outgoing.connect();
                })
                .timeout(visit.route().timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> replica.rest());
    }

    private Future<Void> answer(HttpClientResponse received) {
        var response = request.response().setStatusCode(received.statusCode());
        hygiene.outward(received.headers(), response.headers());
        received.headers().remove("Content-Length").remove("Transfer-Encoding");
        response.headers().addAll(received.headers());
        if (received.statusCode() != 101) {
            received.request().reset();
            return response.end();
        }
        response.putHeader("Connection", "Upgrade").putHeader("Upgrade", "websocket");
        request.resume();
        return request.toNetSocket().compose(client -> join(client, received));
    }

    private Future<Void> join(NetSocket client, HttpClientResponse received) {
        var service = received.netSocket();
        visit.place().leave();
        life.begin(received.getHeader(StreamLife.SESSION), client::close);
        client.exceptionHandler(broken -> client.close());
        service.exceptionHandler(broken -> service.close());
        var there = client.pipeTo(service);
        var back = service.pipeTo(client);
        client.closeHandler(closed -> service.close());
        service.closeHandler(closed -> client.close());
        return Future.join(there, back).otherwiseEmpty().mapEmpty();
    }
}
