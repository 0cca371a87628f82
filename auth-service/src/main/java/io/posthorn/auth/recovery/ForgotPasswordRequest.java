package io.posthorn.auth.recovery;

import io.posthorn.auth.account.EmailForm;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ForgotPasswordRequest(
        @NotNull @EmailForm @Schema(examples = "ada@example.com")
        String email) {}
