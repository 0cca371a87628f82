package io.posthorn.auth.application;

import java.security.MessageDigest;
import java.time.Instant;

/** An application with what proves it. A public one has no hash, and a secret that it shows proves nothing. */
record KnownApplication(Application application, byte[] secretHash, byte[] previousSecretHash) {
    boolean isProvenBy(String secret, Instant now) {
        var presented = ApplicationSecret.hash(secret);
        var until = application.previousSecretUntil();
        var previous = previousSecretHash != null
                && until != null
                && now.isBefore(until)
                && MessageDigest.isEqual(previousSecretHash, presented);
        return (secretHash != null && MessageDigest.isEqual(secretHash, presented)) || previous;
    }

    @Override
    public String toString() {
        return "KnownApplication[%s]".formatted(application.id());
    }
}
