package io.posthorn.auth.impersonation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record StartedImpersonationView(
        UUID id,

        @Schema(description = "Names the member as sub and you as act; it opens no account, keys or applications")
        String accessToken,

        Instant endsAt) {
    @Override
    public String toString() {
        return "StartedImpersonationView";
    }
}
