package io.posthorn.auth.session;

import java.util.Locale;

/** Why a session ended before its time. */
public enum RevokeReason {
    LOGOUT,
    LOGOUT_EVERYWHERE,
    TOKEN_REUSE,
    /** Its owner ended it from another device. */
    ENDED_ELSEWHERE,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ROLE_LOWERED,
    MEMBER_REMOVED,
    ACCOUNT_DELETED,
    BY_OPERATOR;

    /** As it stands in the table and in the event. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
