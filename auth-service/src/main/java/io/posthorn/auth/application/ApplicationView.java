package io.posthorn.auth.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application without its secret. */
record ApplicationView(
        @Schema(description = "Its client_id") UUID id,
        String name,
        @Schema(examples = "confidential") String type,
        List<String> redirectUris,
        List<String> grantTypes,
        List<String> scopes,
        String role,

        @Schema(description = "Until then the secret before the present one is good as well")
        Instant previousSecretUntil,

        UUID createdBy,
        Instant createdAt) {
    static ApplicationView of(Application application) {
        return new ApplicationView(
                application.id(),
                application.name(),
                application.confidential() ? "confidential" : "public",
                application.redirectUris(),
                application.grantTypes().stream().map(GrantType::word).toList(),
                application.scopes(),
                application.role().claim(),
                application.previousSecretUntil(),
                application.createdBy(),
                application.createdAt());
    }
}
