package io.posthorn.auth.token;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells an application who let it in (OpenID Connect Core). Of another type than access tokens, so it opens nothing. */
@ApplicationScoped
public class IdTokens {
    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock;
    private final String issuer;

    IdTokens(
            SigningKeys keys,
            TokenConfig config,
            Clock clock,
            @ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** @param nonce null when the application gave none */
    public String sign(UUID applicationId, UUID accountId, Instant loggedInAt, String nonce, String accessToken) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = Jwt.issuer(issuer)
                .audience(applicationId.toString())
                .subject(accountId.toString())
                .claim("auth_time", loggedInAt.getEpochSecond())
                .claim("at_hash", halfHash(accessToken))
                .issuedAt(now)
                .expiresAt(now.plus(config.lifetime()));
        return keys.signing().sign(nonce == null ? claims : claims.claim("nonce", nonce), "JWT");
    }

    private static String halfHash(String accessToken) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }
}
