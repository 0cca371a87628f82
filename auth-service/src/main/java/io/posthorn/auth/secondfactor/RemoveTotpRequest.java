package io.posthorn.auth.secondfactor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RemoveTotpRequest(
        @NotNull @Schema(examples = "correct horse battery staple")
        String password,

        @NotNull @Size(max = 20) @Schema(description = "Of the authenticator, or a recovery code", examples = "287082")
        String code) {
    @Override
    public String toString() {
        return "RemoveTotpRequest";
    }
}
