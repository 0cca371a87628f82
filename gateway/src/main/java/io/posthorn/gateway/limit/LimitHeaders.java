package io.posthorn.gateway.limit;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;

/** Says in headers what is left: the IETF's {@code RateLimit} fields, and the older {@code X-RateLimit} ones. */
final class LimitHeaders {
    private LimitHeaders() {}

    static void write(LimitClass limitClass, Quota quota, Verdict verdict, Instant now, MultiMap answer) {
        long seconds = roundedUp(verdict.moreAfter());
        writePolicy(limitClass, quota, answer);
        answer.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(limitClass.word(), verdict.remaining(), seconds));
        answer.set("X-RateLimit-Remaining", Long.toString(verdict.remaining()));
        answer.set(
                "X-RateLimit-Reset",
                Long.toString(roundedUp(Duration.between(Instant.EPOCH, now.plus(verdict.moreAfter())))));
    }

    /** A request that asks for more than the plan ever gives at once is not told to wait: waiting would not help. */
    static Refusal neverFits(LimitClass limitClass, Quota quota, long cost, MultiMap answer) {
        writePolicy(limitClass, quota, answer);
        return Refusal.of(
                GatewayProblems.RATE_LIMITED,
                "The request has %d items, and the plan allows %d of the class %s per %d seconds: send smaller parts"
                        .formatted(
                                cost,
                                quota.limit(),
                                limitClass.word(),
                                quota.window().toSeconds()));
    }

    private static void writePolicy(LimitClass limitClass, Quota quota, MultiMap answer) {
        answer.set(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(
                                limitClass.word(), quota.limit(), quota.window().toSeconds()));
        answer.set("X-RateLimit-Limit", Long.toString(quota.limit()));
    }

    private static long roundedUp(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
