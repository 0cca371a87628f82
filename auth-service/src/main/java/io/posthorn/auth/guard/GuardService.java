package io.posthorn.auth.guard;

import io.posthorn.kit.crypto.Envelope;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Stands before and behind every check of a password. It knows addresses only as they were typed, so an account that exists and
 * one that does not are treated alike.
 */
@ApplicationScoped
public class GuardService {
    private static final String PURPOSE = "login-guard";

    private final GuardStore store;
    private final Envelope envelope;
    private final GuardConfig config;
    private final Waits waits;
    private final Clock clock;

    GuardService(GuardStore store, Envelope envelope, GuardConfig config, Clock clock) {
        this.store = store;
        this.envelope = envelope;
        this.config = config;
        this.waits = new Waits(config);
        this.clock = clock;
    }

    /** Refuses who has to wait; the password is not even looked at. */
    public Uni<Attempt> admit(String email, String network) {
        var account = fingerprint("account " + email);
        var from = fingerprint("network " + network);
        var pair = fingerprint("pair " + email + " " + network);
        return store.find(List.of(account, from, pair)).map(counts -> {
            refuseWhoHasToWait(counts, account, from, pair);
            return new Attempt(account, from, pair, of(counts, pair).knownAt(clock.instant()));
        });
    }

    /** True for the wrong password after which strangers have to wait: the moment to tell the owner, once. */
    public Uni<Boolean> failed(Attempt attempt) {
        var counted = attempt.known()
                ? List.of(attempt.network(), attempt.pair())
                : List.of(attempt.network(), attempt.account());
        var now = clock.instant();
        return store.fail(counted, now, now.minus(config.forgetAfter()))
                .map(counts -> !attempt.known() && of(counts, attempt.account()).failures() == config.freeForAccount());
    }

    /**
     * The password was right. Those that were tried side by side with it count all the same: of many guesses at once, the right
     * one passes only while there were few wrong ones. What the network did to other accounts stays counted.
     */
    public Uni<Void> passed(Attempt attempt) {
        var now = clock.instant();
        return store.find(List.of(attempt.account(), attempt.network(), attempt.pair()))
                .invoke(counts -> refuseWhoHasToWait(counts, attempt.account(), attempt.network(), attempt.pair()))
                .chain(counts -> needsNoWriting(counts, attempt)
                        ? Uni.createFrom().voidItem()
                        : store.pass(
                                List.of(attempt.account(), attempt.pair()),
                                attempt.pair(),
                                now,
                                now.plus(config.knownFor())));
    }

    /** The owner came in by another way than the password, such as a letter: strangers' tries are forgotten. */
    public Uni<Void> proven(String email, String network) {
        var now = clock.instant();
        var pair = fingerprint("pair " + email + " " + network);
        return store.pass(List.of(fingerprint("account " + email), pair), pair, now, now.plus(config.knownFor()));
    }

    private void refuseWhoHasToWait(Map<ByteBuffer, Counted> counts, byte[] account, byte[] network, byte[] pair) {
        var left = waits.left(of(counts, account), of(counts, network), of(counts, pair), clock.instant());
        if (!left.isZero()) {
            throw new ProblemException(
                            GuardProblems.TOO_MANY,
                            "Come back later, or ask for a new password; where you have logged in before the wait is"
                                    + " short")
                    .retryAfter(left.plusSeconds(1));
        }
    }

    /** Most logins come from where the last one came from. */
    private boolean needsNoWriting(Map<ByteBuffer, Counted> counts, Attempt attempt) {
        var lately = clock.instant().plus(config.knownFor()).minus(Duration.ofDays(1));
        return of(counts, attempt.account()).failures() == 0
                && of(counts, attempt.pair()).failures() == 0
                && of(counts, attempt.pair()).knownAt(lately);
    }

    private static Counted of(Map<ByteBuffer, Counted> counts, byte[] fingerprint) {
        return counts.getOrDefault(ByteBuffer.wrap(fingerprint), Counted.NOTHING);
    }

    private byte[] fingerprint(String what) {
        return envelope.fingerprint(what, PURPOSE);
    }
}
