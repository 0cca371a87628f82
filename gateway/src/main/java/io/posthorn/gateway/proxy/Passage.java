package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.HeaderHygiene;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Route;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/** One request on its way to its upstream, and the answer on its way back. */
final class Passage {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final ProxyRequest incoming;
    private final HttpServerRequest request;
    private final Route route;
    private final Upstream upstream;
    private final HeaderHygiene hygiene;
    private final StreamLife life;
    private final MeteredStream body;
    private final Silence silence;
    private HttpClientRequest outgoing;
    private boolean answered;
    private boolean stuckBehind;

    /** {@code readAhead} is the body where it was read before, else null. */
    Passage(
            ProxyRequest incoming,
            Route route,
            Upstream upstream,
            HeaderHygiene hygiene,
            Buffer readAhead,
            StreamLife life,
            Vertx vertx) {
        this.incoming = incoming;
        this.request = incoming.proxiedRequest();
        this.route = route;
        this.upstream = upstream;
        this.hygiene = hygiene;
        this.life = life;
        this.silence = new Silence(vertx, route.timeout(), this::giveUp);
        boolean bodyComes = announcesBody() && readAhead == null;
        this.body = bodyComes ? new MeteredStream(request, route.bodyLimit(), silence::broken) : null;
        if (body == null) {
            incoming.setBody(readAhead == null ? null : Body.body(readAhead));
        } else {
            incoming.setBody(Body.body(body, incoming.getBody().length()));
        }
    }

    /** Completes when the answer has passed; fails when there is none, or when it broke off. */
    Future<Void> go() {
        if (body == null) {
            request.resume();
        }
        return send().recover(this::onceMore)
                .compose(this::passBack)
                .onComplete(done -> {
                    silence.end();
                    life.end();
                })
                .recover(failure -> Future.failedFuture(explain(failure)));
    }

    private Future<ProxyResponse> send() {
        return connection()
                .recover(
                        failure -> failure instanceof HttpClosedException ? connection() : Future.failedFuture(failure))
                .recover(failure -> Future.failedFuture(UpstreamFailure.beforeSending(upstream, failure)))
                .compose(this::send);
    }

    /** Nothing is sent yet: a pooled one that was just closed is no reason to refuse anything. */
    private Future<HttpClientRequest> connection() {
        return upstream.request(incoming.getMethod(), incoming.getURI());
    }

    private Future<ProxyResponse> send(HttpClientRequest connected) {
        outgoing = connected.exceptionHandler(told -> {});
        if (request.response().closed()) {
            connected.reset();
            return Future.failedFuture(new HttpClosedException("The client left"));
        }
        silence.begin();
        return incoming.send(connected);
    }

    /** A pooled connection may be closed just when it is used; what has no effect is tried once on another one. */
    private Future<ProxyResponse> onceMore(Throwable failure) {
        boolean harmless =
                body == null && REPEATABLE.contains(incoming.getMethod().name());
        return harmless && failure instanceof HttpClosedException && !silence.wasTooLong()
                ? send()
                : Future.failedFuture(failure);
    }

    private Future<Void> passBack(ProxyResponse received) {
        var answer = new Answer(received, request);
        if (!answer.isReadable()) {
            received.getBody().stream().exceptionHandler(told -> {});
            outgoing.reset();
            return Future.failedFuture(new IllegalStateException("An answer that cannot be passed on"));
        }
        answered = true;
        silence.broken();
        if (answer.isEndless()) {
            silence.end();
            life.begin(received.headers().get(StreamLife.SESSION), outgoing::reset);
        }
        hygiene.outward(received.headers(), request.response().headers());
        var location = received.headers().get("Location");
        if (location != null) {
            received.putHeader("Location", upstream.publicAddress(location));
        }
        return answer.pass(silence::broken).onFailure(broken -> outgoing.reset());
    }

    private void giveUp() {
        stuckBehind = body != null && !body.hasEnded() && outgoing.writeQueueFull();
        outgoing.reset();
    }

    private Throwable explain(Throwable failure) {
        if (failure instanceof Refusal || answered || request.response().closed()) {
            return failure;
        }
        if (body != null && body.isTooLarge()) {
            return BodyLimit.tooLarge(route);
        }
        if (body != null && body.isBroken()) {
            return Refusal.of(GatewayProblems.MALFORMED, "The body could not be read to its end");
        }
        if (silence.wasTooLong()) {
            return body == null || body.hasEnded() || stuckBehind
                    ? UpstreamFailure.silent(upstream, request)
                    : BodyLimit.tooSlow();
        }
        return UpstreamFailure.afterSending(upstream, request, failure);
    }

    private boolean announcesBody() {
        return request.headers().contains("Content-Length") || request.headers().contains("Transfer-Encoding");
    }
}
