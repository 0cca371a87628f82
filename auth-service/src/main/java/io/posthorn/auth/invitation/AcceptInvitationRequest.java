package io.posthorn.auth.invitation;

import io.posthorn.auth.account.PlainName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record AcceptInvitationRequest(
        @NotNull
        @Size(max = 200)
        @Schema(
                description = "The code from the letter",
                examples = "phm_AZfS3mJ8cPWc0XlZQ2l0aWFsIGV4YW1wbGUgb25seSwgbm90IGEgc2VjcmV0ISEh")
        String token,

        @NotNull
        @Schema(
                description = "Of the account that has the invited address; the one you choose where there is none",
                examples = "correct horse battery staple")
        String password,

        @PlainName
        @Schema(description = "Needed where the invited address has no account yet", examples = "Grace Hopper")
        String fullName,

        @Size(max = 20)
        @Schema(
                description = "Of the authenticator, where the account has one; otherwise 401 second_factor_required",
                examples = "287082")
        String code) {
    @Override
    public String toString() {
        return "AcceptInvitationRequest";
    }
}
