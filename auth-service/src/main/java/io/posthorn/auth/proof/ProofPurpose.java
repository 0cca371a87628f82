package io.posthorn.auth.proof;

import java.time.Duration;
import java.util.Locale;

public enum ProofPurpose {
    VERIFY_EMAIL(Duration.ofHours(24)),
    RESET_PASSWORD(Duration.ofHours(1));

    private final Duration lifetime;

    ProofPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
