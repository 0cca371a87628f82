package io.posthorn.messaging.pacing;

import java.util.Locale;

/** What becomes of a call whose fate nobody can know, when no status has proven it in time. */
public enum UnknownRule {
    /** A person decides. */
    HOLD,
    /** It goes out once more: it may then arrive twice. */
    RESEND_AT_RISK;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Fails for a word that is none of them. */
    public static UnknownRule ofWord(String word) {
        return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** True when the message goes out again; a message that stays without an answer is not repeated for ever. */
    public boolean resends(int attempts, PacingLimits limits) {
        return this == RESEND_AT_RISK && attempts <= limits.retries();
    }
}
