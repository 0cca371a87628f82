package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.HeaderHygiene;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Route;
import io.posthorn.gateway.upstream.Replica;
import io.posthorn.gateway.upstream.Upstream;
import io.posthorn.gateway.upstream.UpstreamFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.Set;

/** One request on its way to its upstream, and the answer on its way back. */
final class Passage {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final ProxyRequest incoming;
    private final HttpServerRequest request;
    private final Visit visit;
    private final Route route;
    private final Upstream upstream;
    private final HeaderHygiene hygiene;
    private final StreamLife life;
    private final MeteredStream body;
    private final Silence silence;
    private Replica replica;
    private HttpClientRequest outgoing;
    private boolean answered;
    private boolean stuckBehind;

    /** {@code readAhead} is the body where it was read before, else null. */
    Passage(
            ProxyRequest incoming,
            Visit visit,
            Upstream upstream,
            HeaderHygiene hygiene,
            Buffer readAhead,
            StreamLife life,
            BodyPace pace,
            Vertx vertx) {
        this.incoming = incoming;
        this.request = incoming.proxiedRequest();
        this.visit = visit;
        this.route = visit.route();
        this.upstream = upstream;
        this.hygiene = hygiene;
        this.life = life;
        this.silence = new Silence(vertx, route.timeout(), this::giveUp);
        boolean bodyComes = visit.announcesBody() && readAhead == null;
        this.body = bodyComes ? new MeteredStream(request, route.bodyLimit(), silence::broken).paced(pace) : null;
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
        return upstream.guarded(route.priority(visit.method()), this::answer)
                .compose(this::passBack)
                .onComplete(done -> {
                    silence.end();
                    life.end();
                    leaveReplica();
                })
                .recover(failure -> Future.failedFuture(explain(failure)));
    }

    /** Until the answer begins. What the client did wrong is a refusal already; all other failures are the upstream's. */
    private Future<ProxyResponse> answer() {
        return send(upstream.choose()).recover(this::onceMore).recover(failure -> {
            var fault = faultOfClient();
            if (fault == null && replica != null) {
                replica.rest();
            }
            return Future.failedFuture(fault == null ? failure : fault);
        });
    }

    private Future<ProxyResponse> send(Replica to) {
        return connection(to).recover(this::anotherConnection).compose(this::send);
    }

    private Future<HttpClientRequest> connection(Replica to) {
        leaveReplica();
        replica = to;
        return to.request(incoming.getMethod(), incoming.getURI());
    }

    /** Nothing is sent yet: a pooled one that was just closed, or a replica that is gone, is no reason to refuse anything. */
    private Future<HttpClientRequest> anotherConnection(Throwable failure) {
        return failure instanceof HttpClosedException || upstream.hasOthers()
                ? connection(upstream.chooseOtherThan(replica))
                : Future.failedFuture(failure);
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

    /** A connection may be closed just when it is used; what has no effect is tried once on another one. */
    private Future<ProxyResponse> onceMore(Throwable failure) {
        boolean harmless =
                body == null && REPEATABLE.contains(incoming.getMethod().name());
        boolean brokeOff = failure instanceof HttpClosedException || failure instanceof IOException;
        return harmless && brokeOff && outgoing != null && !silence.wasTooLong() && upstream.mayRepeat()
                ? send(upstream.chooseOtherThan(replica))
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
            visit.place().leave();
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

    private void leaveReplica() {
        if (replica != null) {
            replica.done();
            replica = null;
        }
    }

    /** Null where it did nothing wrong. */
    private Refusal faultOfClient() {
        if (request.response().closed()) {
            return Refusal.of(GatewayProblems.MALFORMED, "The client left");
        }
        if (body != null && body.isTooLarge()) {
            return BodyLimit.tooLarge(route);
        }
        if (body != null && body.isTooSlow()) {
            return BodyLimit.tooSlow();
        }
        if (body != null && body.isBroken()) {
            return Refusal.of(GatewayProblems.MALFORMED, "The body could not be read to its end");
        }
        return silence.wasTooLong() && body != null && !body.hasEnded() && !stuckBehind ? BodyLimit.tooSlow() : null;
    }

    private Throwable explain(Throwable failure) {
        if (failure instanceof Refusal || answered || request.response().closed()) {
            return failure;
        }
        if (outgoing == null) {
            return UpstreamFailure.beforeSending(upstream, failure);
        }
        return silence.wasTooLong()
                ? UpstreamFailure.silent(upstream, request)
                : UpstreamFailure.afterSending(upstream, request, failure);
    }
}
