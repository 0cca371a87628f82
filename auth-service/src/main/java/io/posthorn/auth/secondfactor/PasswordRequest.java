package io.posthorn.auth.secondfactor;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record PasswordRequest(
        @NotNull @Schema(examples = "correct horse battery staple")
        String password) {
    @Override
    public String toString() {
        return "PasswordRequest";
    }
}
