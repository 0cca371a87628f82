package io.posthorn.messaging.realtime;

import java.util.Locale;

/** Why we end a stream. */
enum Closing {
    SESSION_REVOKED,
    TOKEN_EXPIRED,
    RESTARTING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
