package io.posthorn.messaging.pacing;

/** What becomes of a call whose fate nobody can know, when no status has proven it in time. */
public enum UnknownRule {
    /** A person decides. */
    HOLD,
    /** It goes out once more: it may then arrive twice. */
    RESEND_AT_RISK;

    /** True when the message goes out again; a message that stays without an answer is not repeated for ever. */
    public boolean resends(int attempts, PacingLimits limits) {
        return this == RESEND_AT_RISK && attempts <= limits.retries();
    }
}
