package io.posthorn.auth.recovery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ResetPasswordRequest(
        @NotNull
        @Size(max = 200)
        @Schema(
                description = "The code from the letter",
                examples = "phm_AZfS3mJ8cPWc0XlZQ2l0aWFsIGV4YW1wbGUgb25seSwgbm90IGEgc2VjcmV0ISEh")
        String token,

        @NotNull @Schema(description = "8 characters to 72 bytes in UTF-8", examples = "seven quiet owls on a wire")
        String password) {
    @Override
    public String toString() {
        return "ResetPasswordRequest";
    }
}
