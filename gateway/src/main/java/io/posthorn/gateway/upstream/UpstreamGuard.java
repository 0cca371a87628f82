package io.posthorn.gateway.upstream;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Breaker and bulkhead of one upstream. A failure that is the client's own, a {@link Refusal}, says nothing about the upstream. */
final class UpstreamGuard {
    private static final Logger LOG = Logger.getLogger(UpstreamGuard.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final TypeLiteral<CompletionStage<Object>> STAGE = new TypeLiteral<>() {};

    private final Guard guard;
    private final Vertx vertx;
    private final Duration longestWait;
    private final Duration pause;

    UpstreamGuard(UpstreamSettings settings, Vertx vertx) {
        this.vertx = vertx;
        this.longestWait = settings.connectTimeout();
        this.pause = settings.breakerPause();
        this.guard = Guard.create()
                .withDescription("upstream " + settings.name())
                .withCircuitBreaker()
                .requestVolumeThreshold(settings.breakerRequests())
                .failureRatio(settings.breakerFailures())
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .when(failure -> !(failure instanceof Refusal) && !(failure instanceof BulkheadException))
                .onStateChange(state -> tell(settings.name(), state))
                .done()
                .withBulkhead()
                .limit(settings.maxRequests())
                .queueSize(Math.max(1, settings.maxWaiting()))
                .done()
                .build();
    }

    <T> Future<T> call(Supplier<Future<T>> work) {
        var turn = new Turn<>(work, vertx.getOrCreateContext());
        try {
            guard.get(turn::begin, STAGE).whenComplete(turn::end);
        } catch (RuntimeException refused) {
            turn.end(null, refused);
        }
        turn.waitNoLongerThan(longestWait);
        return turn.result.future();
    }

    private final class Turn<T> {
        private final Supplier<Future<T>> work;
        private final Context own;
        private final Promise<T> result = Promise.promise();
        private boolean begun;
        private long timer = -1;

        Turn(Supplier<Future<T>> work, Context own) {
            this.work = work;
            this.own = own;
        }

        /** Whoever had to wait is called by whoever made room, on another thread. */
        CompletionStage<Object> begin() {
            Promise<Object> done = Promise.promise();
            onOwn(() -> {
                begun = true;
                vertx.cancelTimer(timer);
                if (result.future().isComplete()) {
                    done.fail(tooLong());
                } else {
                    work.get().onComplete(answer -> done.handle(answer.map(item -> item)));
                }
            });
            return done.future().toCompletionStage();
        }

        @SuppressWarnings("unchecked")
        void end(Object item, Throwable failure) {
            onOwn(() -> {
                vertx.cancelTimer(timer);
                if (failure == null) {
                    result.tryComplete((T) item);
                } else {
                    result.tryFail(explained(failure));
                }
            });
        }

        void waitNoLongerThan(Duration limit) {
            if (!begun && !result.future().isComplete()) {
                timer = vertx.setTimer(limit.toMillis(), late -> result.tryFail(tooLong()));
            }
        }

        private void onOwn(Runnable step) {
            if (Vertx.currentContext() == own) {
                step.run();
            } else {
                own.runOnContext(back -> step.run());
            }
        }
    }

    private Throwable explained(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> explained(wrapped.getCause());
            case CircuitBreakerOpenException open ->
                Refusal.retryable(
                        GatewayProblems.UNAVAILABLE,
                        "This part failed too often and is left alone for a moment",
                        pause);
            case BulkheadException full -> tooLong();
            default -> failure;
        };
    }

    private static Refusal tooLong() {
        return Refusal.retryable(GatewayProblems.UNAVAILABLE, "Too many requests are waiting for this part", SOON);
    }

    private static void tell(String name, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("%s failed too often: it is left alone for a moment", name);
            case HALF_OPEN -> LOG.debugf("%s is tried again", name);
            case CLOSED -> LOG.infof("%s works again", name);
        }
    }
}
