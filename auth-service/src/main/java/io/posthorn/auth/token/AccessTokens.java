package io.posthorn.auth.token;

import io.posthorn.kit.caller.Role;
import io.posthorn.kit.caller.RoleLadder;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs short access tokens in the form of RFC 9068. */
@ApplicationScoped
public class AccessTokens {
    public static final Duration SERVICE_LIFETIME = Duration.ofMinutes(5);

    public static final String AUDIENCE = "posthorn";

    static final String TYPE = "at+jwt";
    /** A person's session may use the whole API, as far as the role goes. */
    public static final String SESSION_SCOPE = "api";

    private static final String EVERYTHING = "*";

    private final SigningKeys keys;
    private final Operators operators;
    private final TokenConfig config;
    private final Clock clock;
    private final String issuer;

    AccessTokens(
            SigningKeys keys,
            Operators operators,
            TokenConfig config,
            Clock clock,
            @ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.keys = keys;
        this.operators = operators;
        this.config = config;
        this.clock = clock;
        this.issuer = issuer;
    }

    public Duration lifetime() {
        return config.lifetime();
    }

    public String sign(UUID accountId, UUID workspaceId, Role role, UUID sessionId) {
        return sign(
                Jwt.issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(accountId.toString())
                        .claim("workspace", workspaceId.toString())
                        .claim("roles", operators.roles(accountId, role))
                        .claim("scope", SESSION_SCOPE)
                        .claim("sid", sessionId.toString()),
                config.lifetime());
    }

    /** For an API key, whose id takes the place of the session's. */
    public String sign(UUID accountId, UUID workspaceId, Role role, UUID sessionId, String scope, Duration lifetime) {
        return sign(
                Jwt.issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(accountId.toString())
                        .claim("workspace", workspaceId.toString())
                        .claim("roles", List.of(role.claim()))
                        .claim("scope", scope)
                        .claim("sid", sessionId.toString()),
                lifetime);
    }

    /**
     * For an application (RFC 9068).
     *
     * @param subject the person that it acts for, or itself where it acts alone
     */
    public String signForApplication(
            UUID applicationId, UUID subject, UUID workspaceId, Role role, UUID grantId, String scope) {
        return sign(
                Jwt.issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(subject.toString())
                        .claim("client_id", applicationId.toString())
                        .claim("workspace", workspaceId.toString())
                        .claim("roles", List.of(role.claim()))
                        .claim("scope", scope)
                        .claim("sid", grantId.toString()),
                config.lifetime());
    }

    /** For an operator who acts as a member (RFC 8693, 4.1): everything but account, keys and applications. */
    public String signForImpersonation(
            UUID operatorId, UUID accountId, UUID workspaceId, Role role, UUID impersonationId, Duration lifetime) {
        return sign(
                Jwt.issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(accountId.toString())
                        .claim("act", Map.of("sub", operatorId.toString()))
                        .claim("workspace", workspaceId.toString())
                        .claim("roles", List.of(role.claim()))
                        .claim("scope", EVERYTHING)
                        .claim("sid", impersonationId.toString()),
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
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return keys.signing()
                .sign(
                        claims.claim("jti", UUID.randomUUID().toString())
                                .issuedAt(now)
                                .expiresAt(now.plus(lifetime)),
                        TYPE);
    }
}
