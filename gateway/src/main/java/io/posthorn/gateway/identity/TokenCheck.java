package io.posthorn.gateway.identity;

import io.posthorn.gateway.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** What a token must be to be believed: plain computation, some tenths of a millisecond of it. */
@Singleton
class TokenCheck {
    private static final AlgorithmConstraints ES256_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final IdentityConfig config;
    private final Clock clock;

    TokenCheck(IdentityConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Principal check(String token, SigningKey key) {
        try {
            var claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ES256_ONLY)
                    .setVerificationKey(key.publicKey())
                    .setExpectedType(true, "at+jwt")
                    .setExpectedIssuer(config.issuer())
                    .setExpectedAudience(config.audience())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .setAllowedClockSkewInSeconds((int) config.clockLeeway().toSeconds())
                    .build()
                    .processToClaims(token);
            return principal(claims);
        } catch (InvalidJwtException refused) {
            throw refusal(
                    refused.hasErrorCode(ErrorCodes.EXPIRED)
                            ? "The access token has expired"
                            : "The access token is not valid");
        } catch (MalformedClaimException malformed) {
            throw refusal("The access token is not valid");
        }
    }

    static Refusal refusal(String detail) {
        return Refusal.unauthenticated(detail)
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(detail));
    }

    private static Principal principal(JwtClaims claims) throws MalformedClaimException {
        return new Principal(
                claims.getSubject(),
                claims.getStringClaimValue("workspace"),
                claims.getStringClaimValue("sid"),
                claims.getStringClaimValue("client_id"),
                claims.hasClaim("roles") ? Set.copyOf(claims.getStringListClaimValue("roles")) : Set.of(),
                Scopes.parse(claims.getStringClaimValue("scope")),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}
