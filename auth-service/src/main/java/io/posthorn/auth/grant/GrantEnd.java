package io.posthorn.auth.grant;

import java.util.Locale;

/** Why a grant ended before its time. */
enum GrantEnd {
    CODE_REPLAYED,
    TOKEN_REUSE,
    BY_APPLICATION,
    BY_USER,
    MEMBER_REMOVED;

    /** As it stands in the table and in the event. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
