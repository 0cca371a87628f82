package io.posthorn.auth.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record VerifyEmailRequest(
        @NotNull
        @Size(max = 200)
        @Schema(
                description = "The code from the letter",
                examples = "phm_AZfS3mJ8cPWc0XlZQ2l0aWFsIGV4YW1wbGUgb25seSwgbm90IGEgc2VjcmV0ISEh")
        String token) {
    @Override
    public String toString() {
        return "VerifyEmailRequest";
    }
}
