package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.EmailForm;
import io.posthorn.auth.account.PlainName;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.visitor.Visitor;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record LoginRequest(
        @NotNull @EmailForm @Schema(examples = "ada@example.com")
        String email,

        @NotNull @Schema(examples = "correct horse battery staple")
        String password,

        @PlainName
        @Schema(
                description = "How the session is called in the list of them; default: what the browser calls itself",
                examples = "Ada's phone")
        String deviceName) {
    LoginDraft toDraft(Visitor visitor) {
        return new LoginDraft(
                EmailAddress.parse(email).orElseThrow(), Password.of(password), visitor.named(deviceName));
    }

    @Override
    public String toString() {
        return "LoginRequest";
    }
}
