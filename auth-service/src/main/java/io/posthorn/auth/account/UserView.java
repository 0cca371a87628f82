package io.posthorn.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record UserView(
        UUID id,
        @Schema(examples = "ada@example.com") String email,

        @Schema(description = "Somebody showed that the address reaches them")
        boolean emailVerified,

        @Schema(examples = "Ada Lovelace") String fullName,

        @Schema(description = "In which letters are written", examples = "en")
        String language,

        Instant createdAt) {
    public static UserView of(Account account) {
        return new UserView(
                account.id(),
                account.email(),
                account.emailVerifiedAt() != null,
                account.fullName(),
                account.language().tag(),
                account.createdAt());
    }
}
