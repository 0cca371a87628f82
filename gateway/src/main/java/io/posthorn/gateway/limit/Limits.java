package io.posthorn.gateway.limit;

import io.posthorn.gateway.exchange.OwnContext;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Lets a request pass when the plan has room for it, and says in the answer's headers how much is left. */
@Singleton
public class Limits {
    private final LimitRules rules;
    private final Counting counting;
    private final LimitsConfig.PlanConfig plan;
    private final Clock clock;

    Limits(LimitRules rules, Counting counting, LimitsConfig config, Clock clock) {
        this.rules = rules;
        this.counting = counting;
        this.plan = Optional.ofNullable(config.plans().get(config.plan()))
                .orElseThrow(() -> new IllegalStateException("There is no plan " + config.plan()));
        this.clock = clock;
    }

    public LimitRule ruleFor(String method, String path) {
        return rules.find(method, path);
    }

    /** Fails with a refusal when the quota is used up. The body is only needed where the rule looks into it. */
    public Future<Void> charge(LimitRule rule, Subject subject, Buffer body, MultiMap answer) {
        if (rule.limitClass() == LimitClass.NONE) {
            return Future.succeededFuture();
        }
        var quota = plan.of(rule.limitClass());
        long cost = rule.perItem() ? CountedBody.items(body) : 1;
        if (cost > quota.limit()) {
            return Future.failedFuture(LimitHeaders.neverFits(rule.limitClass(), quota, cost, answer));
        }
        return OwnContext.bring(counting.take(
                        List.of(key(rule, subject)),
                        quota,
                        cost,
                        rule.limitClass().isExact()))
                .map(verdict -> {
                    verdict.ifPresent(known -> settle(rule.limitClass(), quota, known, answer));
                    return null;
                });
    }

    private void settle(LimitClass limitClass, Quota quota, Verdict verdict, MultiMap answer) {
        LimitHeaders.write(limitClass, quota, verdict, clock.instant(), answer);
        if (!verdict.allowed()) {
            throw Refusal.retryable(
                    GatewayProblems.RATE_LIMITED,
                    "The plan allows %d requests of the class %s per %d seconds"
                            .formatted(
                                    quota.limit(),
                                    limitClass.word(),
                                    quota.window().toSeconds()),
                    verdict.retryAfter());
        }
    }

    /**
     * Guessing is counted where it comes from, and not for whom: otherwise five tries of a stranger would keep an owner out.
     * What many networks try at one account, auth-service slows down itself.
     */
    private static String key(LimitRule rule, Subject subject) {
        var word = rule.limitClass().word();
        return rule.limitClass() == LimitClass.AUTH || subject.workspace() == null
                ? "posthorn:limits:{%s}:%s".formatted(hash(subject.network()), word)
                : "posthorn:limits:{%s}:%s".formatted(subject.workspace(), word);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
