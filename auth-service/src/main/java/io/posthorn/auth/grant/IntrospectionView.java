package io.posthorn.auth.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.posthorn.auth.oauth.ScopeText;
import io.posthorn.auth.token.AccessTokenReader;
import io.posthorn.auth.token.AccessTokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
record IntrospectionView(
        boolean active,
        String scope,
        @JsonProperty("client_id") String clientId,
        String sub,
        String aud,
        String iss,
        String jti,
        Long iat,
        Long exp,

        @JsonProperty("token_type") @Schema(examples = "Bearer")
        String tokenType) {
    static final IntrospectionView INACTIVE =
            new IntrospectionView(false, null, null, null, null, null, null, null, null, null);

    static IntrospectionView of(AccessTokenReader.Read token, String issuer) {
        return new IntrospectionView(
                true,
                token.scope(),
                token.applicationId().toString(),
                token.subject().toString(),
                AccessTokens.AUDIENCE,
                issuer,
                token.id(),
                token.issuedAt().getEpochSecond(),
                token.expiresAt().getEpochSecond(),
                "Bearer");
    }

    static IntrospectionView of(Grant grant, StoredGrantToken token, String issuer) {
        return new IntrospectionView(
                true,
                ScopeText.join(grant.scopes()),
                grant.applicationId().toString(),
                grant.accountId().toString(),
                null,
                issuer,
                null,
                null,
                token.expiresAt().getEpochSecond(),
                null);
    }
}
