package io.posthorn.auth.recovery;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ChangePasswordRequest(
        @NotNull @Schema(examples = "correct horse battery staple")
        String currentPassword,

        @NotNull @Schema(description = "8 characters to 72 bytes in UTF-8", examples = "seven quiet owls on a wire")
        String newPassword) {
    @Override
    public String toString() {
        return "ChangePasswordRequest";
    }
}
