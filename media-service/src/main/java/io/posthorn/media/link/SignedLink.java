package io.posthorn.media.link;

import java.time.Instant;

/** A link that was made for somebody. */
record SignedLink(String token, Instant expiresAt) {
    /** Whoever has the token has the file. */
    @Override
    public String toString() {
        return "SignedLink[hidden]";
    }
}
