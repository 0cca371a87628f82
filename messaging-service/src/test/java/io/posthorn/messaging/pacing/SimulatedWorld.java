package io.posthorn.messaging.pacing;

import io.posthorn.cloudapi.error.ErrorClass;
import java.util.SplittableRandom;

/** What a seed decides about a schedule: how many numbers, how much there is to send, and how Meta behaves. */
record SimulatedWorld(
        Kind kind,
        int lanes,
        int messages,
        int recipients,
        int priorities,
        int perSecond,
        int upgradeTo,
        long arriveWithin,
        long latency,
        int late,
        int slots,
        int portfolioLimit,
        double trouble,
        double expiring,
        double inbound,
        boolean changesHands,
        boolean awayForAWhile,
        UnknownRule unknown) {
    /** Whether a backlog shows how much of an allowance is used: of a number's, or of one person's. */
    enum Kind {
        MIXED,
        BACKLOG,
        ONE_PERSON
    }

    private static final int[] RATES = {20, 80, 80, 1_000};

    static SimulatedWorld of(SplittableRandom random) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> backlog(random);
            case 3 -> onePerson(random);
            default -> mixed(random);
        };
    }

    private static SimulatedWorld backlog(SplittableRandom random) {
        var rate = RATES[random.nextInt(RATES.length)];
        var messages = large(random, rate);
        return calm(random, Kind.BACKLOG, messages, messages, rate);
    }

    private static SimulatedWorld onePerson(SplittableRandom random) {
        return calm(random, Kind.ONE_PERSON, 46 + random.nextInt(60), 1, 80);
    }

    private static SimulatedWorld calm(SplittableRandom random, Kind kind, int messages, int recipients, int rate) {
        return new SimulatedWorld(
                kind,
                1,
                messages,
                recipients,
                1,
                rate,
                rate,
                0,
                random.nextLong(1, 400),
                random.nextInt(8),
                10_000,
                PortfolioReach.UNLIMITED,
                0,
                0,
                0,
                false,
                false,
                UnknownRule.HOLD);
    }

    private static SimulatedWorld mixed(SplittableRandom random) {
        var rate = RATES[random.nextInt(RATES.length)];
        return new SimulatedWorld(
                Kind.MIXED,
                1 + random.nextInt(3),
                1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 60),
                1 + random.nextInt(random.nextBoolean() ? 4 : 60),
                random.nextInt(5) == 0 ? 2 : 1,
                rate,
                random.nextInt(12) == 0 ? 1_000 : rate,
                random.nextInt(5) == 0 ? 2 * PortfolioReach.DAY : random.nextLong(5_000),
                random.nextLong(1, 400),
                random.nextInt(8),
                1 + random.nextInt(64),
                random.nextInt(6) == 0 ? 1 + random.nextInt(10) : PortfolioReach.UNLIMITED,
                random.nextBoolean() ? 0 : random.nextDouble(),
                random.nextInt(4) > 0 ? 0 : random.nextDouble(),
                random.nextInt(4) > 0 ? 0 : random.nextDouble(2),
                random.nextInt(4) == 0,
                random.nextInt(8) == 0,
                random.nextInt(10) == 0 ? UnknownRule.RESEND_AT_RISK : UnknownRule.HOLD);
    }

    /** Enough to see the limit of a number at work, and now and then much more. */
    private static int large(SplittableRandom random, int rate) {
        if (rate == 1_000) {
            return random.nextInt(20) == 0 ? 2_500 : 60;
        }
        return random.nextInt(50) == 0 ? 40 * rate : rate + random.nextInt(rate);
    }

    CallOutcome answer(SplittableRandom random, boolean marketing) {
        if (random.nextDouble() >= trouble) {
            return new CallOutcome.Accepted();
        }
        return switch (random.nextInt(marketing ? 13 : 12)) {
            case 0, 1 -> new CallOutcome.Refused(131016, ErrorClass.RETRY);
            case 2 -> new CallOutcome.Refused(130429, ErrorClass.RETRY);
            case 3 -> new CallOutcome.Refused(131056, ErrorClass.WAIT);
            case 4 -> new CallOutcome.Refused(131057, ErrorClass.WAIT);
            case 5 -> new CallOutcome.Refused(132015, ErrorClass.WAIT);
            case 6, 7 -> new CallOutcome.Refused(131026, ErrorClass.NEVER);
            case 8 -> new CallOutcome.Unreachable();
            case 9 -> new CallOutcome.NoAnswer();
            case 10 -> new CallOutcome.Refused(133008, ErrorClass.WAIT);
            case 11 ->
                random.nextInt(10) == 0
                        ? new CallOutcome.Refused(190, ErrorClass.ACCOUNT)
                        : new CallOutcome.Refused(80007, ErrorClass.WAIT);
            default -> new CallOutcome.Refused(131049, ErrorClass.WAIT);
        };
    }
}
