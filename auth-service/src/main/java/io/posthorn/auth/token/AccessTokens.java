package io.posthorn.auth.token;

import io.posthorn.kit.caller.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs short access tokens in the form of RFC 9068. */
@ApplicationScoped
public class AccessTokens {
    static final String TYPE = "at+jwt";
    /** A person's session may use the whole API, as far as the role goes. */
    private static final String SESSION_SCOPE = "api";

    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock;
    private final String issuer;

    AccessTokens(
            SigningKeys keys,
            TokenConfig config,
            Clock clock,
            @ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.issuer = issuer;
    }

    public Duration lifetime() {
        return config.lifetime();
    }

    public String sign(UUID accountId, UUID workspaceId, Role role, UUID sessionId) {
        var key = keys.signing();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Jwt.issuer(issuer)
                .audience("posthorn")
                .subject(accountId.toString())
                .claim("workspace", workspaceId.toString())
                .claim("roles", List.of(role.claim()))
                .claim("scope", SESSION_SCOPE)
                .claim("sid", sessionId.toString())
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(config.lifetime()))
                .jws()
                .header("typ", TYPE)
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key.privateKey());
    }
}
