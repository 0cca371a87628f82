package io.posthorn.auth.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application that acts for me. */
record ConsentView(
        @Schema(description = "The application's id") UUID id,
        @Schema(examples = "Shop") String name,

        @Schema(examples = "[\"openid\",\"messages:write\"]")
        List<String> scopes,

        Instant givenAt) {
    static ConsentView of(Consent consent) {
        return new ConsentView(consent.applicationId(), consent.applicationName(), consent.scopes(), consent.givenAt());
    }
}
