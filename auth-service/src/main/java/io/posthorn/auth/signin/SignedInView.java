package io.posthorn.auth.signin;

import io.posthorn.auth.account.UserView;
import io.posthorn.auth.account.WorkspaceView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record SignedInView(
        UserView user,
        WorkspaceView workspace,

        @Schema(description = "ES256 JWT for Authorization: Bearer")
        String accessToken,

        @Schema(description = "For POST /auth/refresh, once")
        String refreshToken,

        @Schema(description = "Seconds until the access token expires", examples = "900")
        long expiresIn) {
    public static SignedInView of(SignedIn signedIn) {
        return new SignedInView(
                UserView.of(signedIn.profile().account()),
                WorkspaceView.of(signedIn.profile().membership()),
                signedIn.tokens().accessToken(),
                signedIn.tokens().refreshToken(),
                signedIn.tokens().expiresIn());
    }

    @Override
    public String toString() {
        return "SignedInView";
    }
}
