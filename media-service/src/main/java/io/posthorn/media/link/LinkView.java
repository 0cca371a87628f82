package io.posthorn.media.link;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link for whoever shall see the file; it needs no access token. */
record LinkView(
        @Schema(examples = "https://posthorn.example/api/v1/media/signed/AZCmx...")
        String url,

        Instant expiresAt) {
    static LinkView of(SignedLink signed, String publicUrl) {
        return new LinkView("%s/api/v1/media/signed/%s".formatted(publicUrl, signed.token()), signed.expiresAt());
    }
}
