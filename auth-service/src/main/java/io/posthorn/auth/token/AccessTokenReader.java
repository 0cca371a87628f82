package io.posthorn.auth.token;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Reads access tokens that stand in a body instead of proving a caller. Whether one was revoked is another question. */
@ApplicationScoped
public class AccessTokenReader {
    private static final AlgorithmConstraints ES256_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    /** A token of ours that was given to an application and has not expired. */
    public record Read(
            String id,
            UUID applicationId,
            UUID subject,
            UUID workspaceId,
            UUID grantId,
            String scope,
            Instant issuedAt,
            Instant expiresAt) {
        /** No person stands behind it. */
        public boolean ofApplicationItself() {
            return subject.equals(applicationId);
        }
    }

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;

    AccessTokenReader(SigningKeys keys, Clock clock, @ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** Empty for everything else. */
    public Optional<Read> read(String token) {
        try {
            return Optional.of(read(new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ES256_ONLY)
                    .setVerificationKeyResolver((signature, nesting) -> keys.find(signature.getKeyIdHeaderValue())
                            .map(SigningKey::publicKey)
                            .orElseThrow(() -> new UnresolvableKeyException("No such key of ours")))
                    .setExpectedType(true, AccessTokens.TYPE)
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(AccessTokens.AUDIENCE)
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token)));
        } catch (InvalidJwtException
                | MalformedClaimException
                | IllegalArgumentException
                | NullPointerException notOurs) {
            return Optional.empty();
        }
    }

    /** The session of a token that we have just made: nothing is verified. */
    public static UUID sessionOf(String ownToken) {
        var payload = new String(Base64.getUrlDecoder().decode(ownToken.split("\\.")[1]), StandardCharsets.UTF_8);
        return UUID.fromString(new JsonObject(payload).getString("sid"));
    }

    private static Read read(JwtClaims claims) throws MalformedClaimException {
        return new Read(
                claims.getJwtId(),
                UUID.fromString(claims.getStringClaimValue("client_id")),
                UUID.fromString(claims.getSubject()),
                UUID.fromString(claims.getStringClaimValue("workspace")),
                UUID.fromString(claims.getStringClaimValue("sid")),
                claims.getStringClaimValue("scope"),
                Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}
