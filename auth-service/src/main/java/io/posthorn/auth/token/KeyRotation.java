package io.posthorn.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The next signing key, on demand. By itself it comes when the present one is old enough. */
@ApplicationScoped
public class KeyRotation {
    /** @param signsFrom when everybody has had time to learn it */
    public record NextKey(String id, Instant signsFrom) {}

    private final SigningKeys keys;
    private final TokenConfig config;

    KeyRotation(SigningKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** Once more, before the next key signs, answers the same one. */
    public Uni<NextKey> rotate() {
        return keys.rotate().map(key -> new NextKey(key.id(), key.createdAt().plus(config.keyOverlap())));
    }
}
