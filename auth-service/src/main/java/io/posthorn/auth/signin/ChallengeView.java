package io.posthorn.auth.signin;

import io.posthorn.auth.secondfactor.Challenges;
import io.posthorn.auth.secondfactor.SecondFactorNeeded;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password was right; one step is left. */
record ChallengeView(
        @Schema(description = "For POST /auth/login/second-factor")
        String challenge,

        @Schema(description = "What may be shown", examples = "[\"totp\", \"recovery_code\"]")
        List<String> methods,

        @Schema(description = "Seconds until the login has to begin anew", examples = "300")
        long expiresIn) {
    static ChallengeView of(SecondFactorNeeded needed) {
        return new ChallengeView(needed.challenge(), List.of("totp", "recovery_code"), Challenges.LIFETIME.toSeconds());
    }

    @Override
    public String toString() {
        return "ChallengeView";
    }
}
