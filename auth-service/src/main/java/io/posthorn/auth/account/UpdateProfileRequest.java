package io.posthorn.auth.account;

import io.posthorn.auth.mail.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record UpdateProfileRequest(
        @NotNull @PlainName @Schema(examples = "Ada Lovelace")
        String fullName,

        @Pattern(regexp = "en|es|pt|ar", message = "must be en, es, pt or ar")
        @Schema(description = "Of letters; left out, it stays", examples = "en")
        String language) {
    /** Null when it stays. */
    Language chosenLanguage() {
        return language == null ? null : Language.named(language).orElseThrow();
    }
}
