package io.posthorn.auth.secondfactor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SecondFactorState(
        @Schema(description = "An authenticator's code is asked for at every login")
        boolean totp,

        @Schema(examples = "10") long recoveryCodesLeft) {}
