package io.posthorn.auth.discovery;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** What RFC 8414 and OpenID Connect Discovery want to know; every word of it is true of this installation. */
@JsonNaming(SnakeCaseStrategy.class)
record ProviderView(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String userinfoEndpoint,
        String jwksUri,
        String revocationEndpoint,
        String introspectionEndpoint,
        List<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<String> grantTypesSupported,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> revocationEndpointAuthMethodsSupported,
        List<String> introspectionEndpointAuthMethodsSupported,
        List<String> codeChallengeMethodsSupported,
        List<String> claimsSupported,
        List<String> uiLocalesSupported,
        List<String> promptValuesSupported,
        boolean claimsParameterSupported,
        boolean requestParameterSupported,
        boolean requestUriParameterSupported,
        boolean authorizationResponseIssParameterSupported) {
    private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> ALL_METHODS = List.of("client_secret_basic", "client_secret_post", "none");

    static ProviderView of(String issuer) {
        return new ProviderView(
                issuer,
                issuer + "/oauth2/authorize",
                issuer + "/oauth2/token",
                issuer + "/oauth2/userinfo",
                issuer + "/.well-known/jwks.json",
                issuer + "/oauth2/revoke",
                issuer + "/oauth2/introspect",
                List.of("openid", "profile", "email", "offline_access"),
                List.of("code"),
                List.of("query"),
                List.of("authorization_code", "refresh_token", "client_credentials"),
                List.of("public"),
                List.of("ES256"),
                ALL_METHODS,
                ALL_METHODS,
                SECRETS,
                List.of("S256"),
                List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "name", "email"),
                List.of("en", "es", "pt", "ar"),
                List.of("none", "login", "consent"),
                false,
                false,
                false,
                true);
    }
}
