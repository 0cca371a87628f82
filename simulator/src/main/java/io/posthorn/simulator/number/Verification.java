package io.posthorn.simulator.number;

import io.posthorn.simulator.graph.GraphError;
import java.time.Duration;

/** Proof that the business owns the number: a code that Meta calls or texts. Used under the lock of its number. */
final class Verification {
    private static final int REQUEST_CODE = 136024;
    private static final int VERIFY_CODE = 136025;
    private static final int MOST_REQUESTS = 5;
    private static final int MOST_GUESSES = 5;
    private static final long AN_HOUR = Duration.ofHours(1).toMillis();
    private static final long LIFE_OF_CODE = Duration.ofMinutes(10).toMillis();
    private static final long LIFE_UNREGISTERED = Duration.ofDays(14).toMillis();

    private String code = "";
    private long sentAt;
    private int requests;
    private int guesses;
    private long passedAt = -1;

    void passAt(long now) {
        passedAt = now;
        code = "";
    }

    /** By the world's clock; -1 when it never did. */
    long passedAt() {
        return passedAt;
    }

    /** The code that waits to be typed in; empty when there is none. */
    String code() {
        return code;
    }

    void send(String fresh, long now) {
        requests = now - sentAt > AN_HOUR ? 0 : requests;
        if (isPassed(now)) {
            throw refused(REQUEST_CODE, 2388091, "You have already verified the ownership of this number.");
        }
        if (requests >= MOST_REQUESTS) {
            throw refused(REQUEST_CODE, 2388093, "You have requested too many codes. Wait an hour and try again.");
        }
        requests++;
        guesses = 0;
        code = fresh;
        sentAt = now;
    }

    void take(String guess, long now) {
        if (code.isEmpty()) {
            throw refused(VERIFY_CODE, 0, "Request a code first.");
        }
        if (now - sentAt >= LIFE_OF_CODE || guesses >= MOST_GUESSES) {
            throw refused(VERIFY_CODE, 0, "The code is no longer valid. Request a new one.");
        }
        if (!code.equals(guess)) {
            guesses++;
            throw refused(VERIFY_CODE, 0, "Code couldn't be verified. Check the code and try again.");
        }
        passAt(now);
    }

    boolean isPassed(long now) {
        return passedAt >= 0 && now - passedAt < LIFE_UNREGISTERED;
    }

    String status(boolean registered, long now) {
        if (passedAt < 0) {
            return "NOT_VERIFIED";
        }
        return registered || isPassed(now) ? "VERIFIED" : "EXPIRED";
    }

    private static RuntimeException refused(int code, int subcode, String details) {
        return GraphError.of(code).withSubcode(subcode).withDetails(details).failure();
    }
}
