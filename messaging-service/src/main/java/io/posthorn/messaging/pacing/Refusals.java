package io.posthorn.messaging.pacing;

import java.util.Set;

/** Whom a passing refusal concerns besides the message itself: Meta's codes of reference tables E and F. */
enum Refusals {
    /** The number sends faster than it may. */
    TOO_FAST(130429),
    /** Too many messages from this number to this person. */
    PAIR(131056),
    /** This person gets no more marketing for a day. */
    MARKETING(131049),
    /** Nobody pays for conversations that the account opens. */
    UNPAID(131042),
    /** The app's or account's calls are used up. */
    CALLS_USED_UP(4, 17, 613, 80007, 80008),
    /** Meta works on the number, for example to raise its throughput. */
    MAINTENANCE(131057, 2494100),
    TEMPLATE_PAUSED(132015),
    OTHER;

    private final Set<Integer> codes;

    Refusals(Integer... codes) {
        this.codes = Set.of(codes);
    }

    static Refusals of(int code) {
        for (var kind : values()) {
            if (kind.codes.contains(code)) {
                return kind;
            }
        }
        return OTHER;
    }
}
