package io.posthorn.auth.operator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ClaimRequest(
        @NotNull
        @Size(max = 200, message = "must have at most 200 characters")
        @Schema(description = "The installation's POSTHORN_AUTH_OPERATOR_CLAIM_TOKEN")
        String token) {
    @Override
    public String toString() {
        return "ClaimRequest";
    }
}
