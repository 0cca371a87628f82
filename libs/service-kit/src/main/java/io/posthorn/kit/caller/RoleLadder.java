package io.posthorn.kit.caller;

import io.posthorn.kit.revocation.Revocations;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets a token name one role and an endpoint name the lowest that suffices. The audience decides first: a service's token
 * holds the role {@code service} and nothing else, and no other token ever holds it. A revoked session's token is none, nor is
 * that of an application that was removed, or of whom an operator keeps out.
 */
@ApplicationScoped
public class RoleLadder implements SecurityIdentityAugmentor {
    /** Who our services' tokens are for. */
    public static final String INTERNAL_AUDIENCE = "posthorn-internal";
    /** What {@code /internal} endpoints ask for. */
    public static final String SERVICE = "service";

    /** Of the installation and of no workspace: it stands on no ladder, and nothing of a workspace opens to it. */
    private static final String OPERATOR = "operator";

    /** What a token may name that was revoked: whichever it is, the token is none. */
    private static final List<String> NAMED = List.of("sid", "client_id", "sub", "workspace");

    /** RFC 9068: other tokens of the same key, such as one for e-mail, must not pass as access tokens. */
    private static final Pattern ACCESS_TOKEN_TYPE =
            Pattern.compile("\"typ\"\\s*:\\s*\"(application/)?at\\+jwt\"", Pattern.CASE_INSENSITIVE);

    private final Revocations revocations;

    RoleLadder(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(() -> identity.isAnonymous() ? identity : withRoles(identity));
    }

    private SecurityIdentity withRoles(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return identity;
        }
        requireAccessToken(token);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(token.getAudience().contains(INTERNAL_AUDIENCE) ? Set.of(SERVICE) : ladders(identity))
                .build();
    }

    private static Set<String> ladders(SecurityIdentity identity) {
        return identity.getRoles().stream()
                .flatMap(name -> OPERATOR.equals(name) ? Stream.of(OPERATOR) : ladder(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> ladder(String name) {
        return Role.named(name).stream().flatMap(role -> role.ladder().stream());
    }

    private void requireAccessToken(JsonWebToken token) {
        if (!isAccessToken(token.getRawToken())) {
            throw new AuthenticationFailedException("Not an access token");
        }
        if (NAMED.stream().anyMatch(name -> revocations.isRevoked(token.<Object>getClaim(name)))) {
            throw new AuthenticationFailedException("The session was revoked");
        }
    }

    private static boolean isAccessToken(String raw) {
        int end = raw.indexOf('.');
        var header = new String(Base64.getUrlDecoder().decode(raw.substring(0, end)), StandardCharsets.UTF_8);
        return ACCESS_TOKEN_TYPE.matcher(header).find();
    }
}
