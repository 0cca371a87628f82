package io.posthorn.auth.membership;

import io.posthorn.auth.account.WorkspaceView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SwitchedView(
        WorkspaceView workspace,

        @Schema(description = "ES256 JWT for Authorization: Bearer")
        String accessToken,

        @Schema(description = "For POST /auth/refresh, once")
        String refreshToken,

        @Schema(description = "Seconds until the access token expires", examples = "900")
        long expiresIn) {
    static SwitchedView of(Switched switched) {
        return new SwitchedView(
                WorkspaceView.of(switched.membership()),
                switched.tokens().accessToken(),
                switched.tokens().refreshToken(),
                switched.tokens().expiresIn());
    }

    @Override
    public String toString() {
        return "SwitchedView";
    }
}
