package io.posthorn.auth.invitation;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.EmailForm;
import io.posthorn.auth.mail.Language;
import io.posthorn.kit.caller.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record InviteRequest(
        @NotNull @EmailForm @Schema(examples = "grace@example.com")
        String email,

        @NotNull
        @Pattern(regexp = "owner|admin|agent|viewer", message = "must be owner, admin, agent or viewer")
        @Schema(description = "Not above your own", examples = "agent")
        String role,

        @Pattern(regexp = "en|es|pt|ar", message = "must be en, es, pt or ar")
        @Schema(description = "Of the letter; default: yours", examples = "en")
        String language) {
    EmailAddress address() {
        return EmailAddress.parse(email).orElseThrow();
    }

    Role wanted() {
        return Role.named(role).orElseThrow();
    }

    Language languageOr(Language inviters) {
        return language == null ? inviters : Language.named(language).orElseThrow();
    }
}
