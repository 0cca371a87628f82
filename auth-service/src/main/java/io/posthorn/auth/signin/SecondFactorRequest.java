package io.posthorn.auth.signin;

import io.posthorn.auth.account.PlainName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SecondFactorRequest(
        @NotNull @Size(max = 300) @Schema(description = "From the answer to the login")
        String challenge,

        @NotNull @Size(max = 20) @Schema(description = "Of the authenticator, or a recovery code", examples = "287082")
        String code,

        @PlainName @Schema(description = "As at the login", examples = "Ada's phone")
        String deviceName) {
    @Override
    public String toString() {
        return "SecondFactorRequest";
    }
}
