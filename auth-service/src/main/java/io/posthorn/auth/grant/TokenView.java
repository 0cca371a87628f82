package io.posthorn.auth.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
        @JsonProperty("access_token") @Schema(description = "ES256 JWT of RFC 9068")
        String accessToken,

        @JsonProperty("token_type") @Schema(examples = "Bearer")
        String tokenType,

        @JsonProperty("expires_in") @Schema(examples = "900")
        long expiresIn,

        @JsonProperty("refresh_token") @Schema(description = "With the scope offline_access")
        String refreshToken,

        @JsonProperty("id_token") @Schema(description = "With the scope openid")
        String idToken,

        @Schema(examples = "openid messages:write") String scope) {
    @Override
    public String toString() {
        return "TokenView";
    }
}
