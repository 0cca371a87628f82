package io.posthorn.messaging.pacing;

import io.posthorn.cloudapi.error.ErrorClass;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What Meta's answers mean for the message, and for those that come after it. */
final class Aftermath {
    private static final long MARKETING_PAUSE = PortfolioReach.DAY;
    private static final long TOO_FAST = 500;
    private static final long MAINTENANCE = 5_000;
    private static final long CALLS_USED_UP = 60_000;
    private static final long PAYMENT_PAUSE = 600_000;
    private static final long OTHER_WAIT = 60_000;
    private static final String UNPAID = "payment_issue";
    private static final int LOOK_THROUGH_ABOVE = 1_024;

    private final RetryRule retries;
    private final RetryBudget budget;
    private final Breaker breaker;
    private final Map<String, Long> pairPauses = new HashMap<>();
    private final Map<String, Long> marketingPauses = new HashMap<>();
    private final PacingLimits limits;
    private long unpaidUntil = Long.MIN_VALUE;
    private long restUntil;
    private boolean stopped;

    Aftermath(PacingLimits limits, RandomGenerator random, long now) {
        this.limits = limits;
        this.retries = new RetryRule(limits, random);
        this.budget = new RetryBudget(now);
        this.breaker = new Breaker(random);
    }

    int allowed(long now) {
        return stopped || now < restUntil ? 0 : breaker.allowed(now);
    }

    long nextAt(long now) {
        return stopped ? Turn.NEVER : Math.max(restUntil, breaker.nextAt(now));
    }

    boolean findsMetaAway() {
        return breaker.findsMetaAway();
    }

    void called() {
        breaker.called();
    }

    void abandoned() {
        breaker.abandoned();
    }

    void rest(long until) {
        restUntil = Math.max(restUntil, until);
    }

    long pausedUntil(Turn turn) {
        return Math.max(
                pairPauses.getOrDefault(turn.recipient(), Long.MIN_VALUE),
                Math.max(marketingPause(turn), unpaid(turn)));
    }

    /** Why people wait until then; null when it is a pause between two messages. */
    String reason(Turn turn, long until) {
        return unpaid(turn) == until ? UNPAID : marketingPause(turn) == until ? "marketing_limit" : null;
    }

    private long marketingPause(Turn turn) {
        return turn.marketing() ? marketingPauses.getOrDefault(turn.recipient(), Long.MIN_VALUE) : Long.MIN_VALUE;
    }

    /** What opens a conversation has to be paid for; answers are free. */
    private long unpaid(Turn turn) {
        return turn.opening() ? unpaidUntil : Long.MIN_VALUE;
    }

    void pauseMarketing(String recipient, long until) {
        marketingPauses.merge(recipient, until, Math::max);
    }

    Next of(Turn turn, CallOutcome outcome, long now) {
        return switch (outcome) {
            case CallOutcome.Accepted accepted -> {
                breaker.answered();
                budget.accepted();
                yield new Next.Sent();
            }
            case CallOutcome.NoAnswer lost -> {
                breaker.failed(now);
                yield new Next.AwaitProof(now + limits.unknownAfter());
            }
            case CallOutcome.Unreachable away -> {
                breaker.failed(now);
                yield again(turn, now, retries.backoff(turn.refusals()), false, null);
            }
            case CallOutcome.Refused refused -> refused(turn, refused, now);
        };
    }

    private Next refused(Turn turn, CallOutcome.Refused refused, long now) {
        return switch (refused.errorClass()) {
            case NEVER, FIX -> {
                breaker.answered();
                yield new Next.Failed();
            }
            case ACCOUNT, TOKEN -> {
                stopped = true;
                yield new Next.ChannelStops();
            }
            case RETRY, WAIT -> passing(turn, refused, now);
        };
    }

    private Next passing(Turn turn, CallOutcome.Refused refused, long now) {
        return switch (Refusals.of(refused.code())) {
            case TOO_FAST -> {
                breaker.answered();
                rest(now + retries.jitter(TOO_FAST));
                yield again(turn, now, retries.backoff(0), false, null);
            }
            case PAIR -> {
                breaker.answered();
                var pause = retries.pairBackoff(turn.refusals());
                note(pairPauses, turn.recipient(), now + pause, now);
                yield counted(turn, now, pause, null);
            }
            case MARKETING -> {
                breaker.answered();
                note(marketingPauses, turn.recipient(), now + MARKETING_PAUSE, now);
                yield new Next.Again(now + MARKETING_PAUSE, now, false, "marketing_limit");
            }
            case UNPAID -> {
                breaker.answered();
                unpaidUntil = now + PAYMENT_PAUSE;
                yield new Next.Again(unpaidUntil, now, false, UNPAID);
            }
            case CALLS_USED_UP ->
                everybodyWaits(turn, now, Math.max(CALLS_USED_UP, 2 * refused.regainAfter()), "call_limit");
            case MAINTENANCE -> everybodyWaits(turn, now, MAINTENANCE, "maintenance");
            case TEMPLATE_PAUSED -> {
                breaker.answered();
                yield again(turn, now, OTHER_WAIT, false, "template_paused");
            }
            case OTHER -> other(turn, refused, now);
        };
    }

    private Next everybodyWaits(Turn turn, long now, long pause, String reason) {
        breaker.closedBy(now + retries.jitter(pause));
        return again(turn, now, pause, false, reason);
    }

    /** Meta's own trouble counts against the number's queue as well, a condition of this message does not. */
    private Next other(Turn turn, CallOutcome.Refused refused, long now) {
        var waits = refused.errorClass() == ErrorClass.WAIT;
        if (waits) {
            breaker.answered();
        } else {
            breaker.failed(now);
        }
        var pause = retries.backoff(turn.refusals());
        return waits
                ? counted(turn, now, Math.max(pause, OTHER_WAIT), "meta_asks_to_wait")
                : counted(turn, now, pause, null);
    }

    private Next counted(Turn turn, long now, long pause, String reason) {
        return retries.isExhausted(turn) ? new Next.Failed() : again(turn, now, pause, true, reason);
    }

    private Next again(Turn turn, long now, long pause, boolean counted, String reason) {
        return new Next.Again(
                now + pause + budget.take(now), limits.blocksUntil(turn.blockedSince(), now), counted, reason);
    }

    private static void note(Map<String, Long> pauses, String recipient, long until, long now) {
        if (pauses.size() > LOOK_THROUGH_ABOVE) {
            pauses.values().removeIf(time -> time <= now);
        }
        pauses.merge(recipient, until, Math::max);
    }
}
