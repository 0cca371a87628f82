package io.posthorn.cloudapi.graph;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.posthorn.cloudapi.error.ErrorClass;
import io.posthorn.cloudapi.observing.CallListener;
import io.posthorn.cloudapi.observing.CallListener.Outcome;
import io.posthorn.cloudapi.observing.TraceHeaders;
import io.posthorn.cloudapi.observing.Usage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Calls Meta: holds back what a breaker holds back, repeats what does no harm twice and where the table of errors allows it,
 * and tells the listener. Messages are never repeated here: only whoever keeps the attempts may do that.
 */
public class GraphClient {
    private final Vertx vertx;
    private final CloudApiConfig config;
    private final Exchange exchange;
    private final Breakers breakers;
    private final CallListener listener;
    private final LongSupplier nanos;

    public GraphClient(Vertx vertx, CloudApiConfig config) {
        this(vertx, config, CallListener.NONE, TraceHeaders.NONE);
    }

    public GraphClient(Vertx vertx, CloudApiConfig config, CallListener listener, TraceHeaders trace) {
        this(vertx, config, listener, trace, System::nanoTime);
    }

    GraphClient(Vertx vertx, CloudApiConfig config, CallListener listener, TraceHeaders trace, LongSupplier nanos) {
        this.vertx = vertx;
        this.config = config;
        this.exchange = new Exchange(vertx, config, trace);
        this.breakers = new Breakers(config.breaker(), nanos);
        this.listener = listener;
        this.nanos = nanos;
        listener.watch(breakers::open);
    }

    public Uni<GraphAnswer> call(GraphCall call) {
        return attempt(call, 1);
    }

    public Vertx vertx() {
        return vertx;
    }

    public CloudApiConfig config() {
        return config;
    }

    /** The bytes at an address that Meta named; repeated by nobody but the caller. */
    public <T> Uni<T> fetch(
            String operation,
            String url,
            Credentials credentials,
            Duration timeout,
            Function<HttpClientResponse, Uni<T>> reader) {
        return Uni.createFrom().deferred(() -> {
            var begun = nanos.getAsLong();
            return exchange.fetch(url, credentials, timeout, reader)
                    .onItem()
                    .invoke(done -> report(operation, Outcome.ACCEPTED, OptionalInt.empty(), begun, Usage.UNKNOWN))
                    .onFailure(CloudApiException.class)
                    .invoke(failure -> report(operation, (CloudApiException) failure, begun));
        });
    }

    /** Whether the calls for a number go out. */
    public Breaker.State breaker(String phoneNumberId) {
        return breakers.state(phoneNumberId);
    }

    private Uni<GraphAnswer> attempt(GraphCall call, int number) {
        return once(call)
                .onFailure(failure -> number < config.retry().attempts() && isRepeated(call, failure))
                .recoverWithUni(() -> rested(config.retry().rest(number)).chain(() -> {
                    listener.repeated(call.operation());
                    return attempt(call, number + 1);
                }));
    }

    private Uni<GraphAnswer> once(GraphCall call) {
        return Uni.createFrom().deferred(() -> {
            var breaker = call.phoneNumberId().map(breakers::of);
            if (breaker.isPresent() && !breaker.get().pass()) {
                report(call.operation(), Outcome.HELD_BACK, OptionalInt.empty(), nanos.getAsLong(), Usage.UNKNOWN);
                return Uni.createFrom().failure(CloudApiException.heldBack());
            }
            var begun = nanos.getAsLong();
            return exchange.make(call)
                    .onItem()
                    .invoke(answer -> {
                        breaker.ifPresent(Breaker::succeeded);
                        report(call.operation(), Outcome.ACCEPTED, OptionalInt.empty(), begun, answer.usage());
                    })
                    .onFailure(CloudApiException.class)
                    .invoke(failure -> {
                        breaker.ifPresent(one -> tell(one, (CloudApiException) failure));
                        report(call.operation(), (CloudApiException) failure, begun);
                    })
                    .onCancellation()
                    .invoke(() -> breaker.ifPresent(Breaker::abandoned));
        });
    }

    private static boolean isRepeated(GraphCall call, Throwable failure) {
        return call.repeatable()
                && failure instanceof CloudApiException known
                && (known.kind() != Kind.REFUSED || known.errorClass() == ErrorClass.RETRY);
    }

    /** A refusal proves that Meta is there, unless it says that it is not well. */
    private static void tell(Breaker breaker, CloudApiException failure) {
        if (failure.kind() == Kind.REFUSED && failure.httpStatus().orElse(0) < 500) {
            breaker.succeeded();
        } else {
            breaker.failed();
        }
    }

    private Uni<Void> rested(Duration rest) {
        return Uni.createFrom()
                .emitter(over -> vertx.getDelegate().setTimer(rest.toMillis(), timer -> over.complete(null)));
    }

    private void report(String operation, CloudApiException failure, long begun) {
        report(operation, outcome(failure), code(failure), begun, Usage.UNKNOWN);
    }

    private void report(String operation, Outcome outcome, OptionalInt code, long begun, Usage usage) {
        var took = Duration.ofNanos(nanos.getAsLong() - begun);
        listener.ended(new CallListener.Report(operation, outcome, code, took, usage));
    }

    private static Outcome outcome(CloudApiException failure) {
        return switch (failure.kind()) {
            case REFUSED -> Outcome.REFUSED;
            case UNREACHABLE -> Outcome.UNREACHABLE;
            case NO_ANSWER -> Outcome.NO_ANSWER;
        };
    }

    private static OptionalInt code(CloudApiException failure) {
        return failure.error().map(error -> OptionalInt.of(error.code())).orElse(OptionalInt.empty());
    }
}
