package io.posthorn.auth.token;

import io.posthorn.kit.caller.Role;
import io.posthorn.kit.caller.RoleLadder;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
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
    public static final Duration SERVICE_LIFETIME = Duration.ofMinutes(5);

    static final String TYPE = "at+jwt";
    /** A person's session may use the whole API, as far as the role goes. */
    public static final String SESSION_SCOPE = "api";

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
        return sign(accountId, workspaceId, role, sessionId, SESSION_SCOPE, config.lifetime());
    }

    /** For an API key, whose id takes the place of the session's. */
    public String sign(UUID accountId, UUID workspaceId, Role role, UUID sessionId, String scope, Duration lifetime) {
        return sign(
                Jwt.issuer(issuer)
                        .audience("posthorn")
                        .subject(accountId.toString())
                        .claim("workspace", workspaceId.toString())
                        .claim("roles", List.of(role.claim()))
                        .claim("scope", scope)
                        .claim("sid", sessionId.toString()),
                lifetime);
    }

    /** For a process of ours: good for internal endpoints and nothing else. */
    public String signForService(String service) {
        return sign(
                Jwt.issuer(issuer)
                        .audience(RoleLadder.INTERNAL_AUDIENCE)
                        .subject("service:" + service)
                        .claim("roles", List.of(RoleLadder.SERVICE)),
                SERVICE_LIFETIME);
    }

    private String sign(JwtClaimsBuilder claims, Duration lifetime) {
        var key = keys.signing();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return claims.claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .header("typ", TYPE)
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key.privateKey());
    }
}
