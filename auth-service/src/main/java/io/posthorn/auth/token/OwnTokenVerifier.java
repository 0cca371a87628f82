package io.posthorn.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies tokens against the keys in memory: this service would otherwise ask itself for its JWKS over HTTP. */
@Alternative
@Priority(1)
@ApplicationScoped
class OwnTokenVerifier extends JWTCallerPrincipalFactory {
    private final Parser parser;

    OwnTokenVerifier(SigningKeys keys) {
        this.parser = new Parser((signature, nesting) -> keys.find(signature.getKeyIdHeaderValue())
                .map(SigningKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("No such key of ours")));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        var verified = parser.parse(token, rules);
        var type = verified.getJoseObjects().getFirst().getHeader("typ");
        if (!AccessTokens.TYPE.equalsIgnoreCase(type)) {
            throw new ParseException("Not an access token");
        }
        return new DefaultJWTCallerPrincipal(type, verified.getJwtClaims());
    }

    private static final class Parser extends DefaultJWTTokenParser {
        private final VerificationKeyResolver keys;

        private Parser(VerificationKeyResolver keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
            return keys;
        }
    }
}
