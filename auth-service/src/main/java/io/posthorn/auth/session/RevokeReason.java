package io.posthorn.auth.session;

import java.util.Locale;

enum RevokeReason {
    LOGOUT,
    LOGOUT_EVERYWHERE,
    TOKEN_REUSE;

    /** As it stands in the table and in the event. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
