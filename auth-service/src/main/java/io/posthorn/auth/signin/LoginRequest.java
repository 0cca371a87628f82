package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.EmailForm;
import io.posthorn.auth.password.Password;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record LoginRequest(
        @NotNull @EmailForm @Schema(examples = "ada@example.com")
        String email,

        @NotNull @Schema(examples = "correct horse battery staple")
        String password) {
    LoginDraft toDraft() {
        return new LoginDraft(EmailAddress.parse(email).orElseThrow(), Password.of(password));
    }

    @Override
    public String toString() {
        return "LoginRequest";
    }
}
