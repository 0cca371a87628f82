package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.EmailForm;
import io.posthorn.auth.account.PlainName;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.visitor.Visitor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RegisterRequest(
        @NotNull @EmailForm @Schema(examples = "ada@example.com")
        String email,

        @NotNull
        @Size(min = 8, message = "must have at least 8 characters")
        @Schema(description = "8 characters to 72 bytes in UTF-8", examples = "correct horse battery staple")
        String password,

        @NotNull @PlainName @Schema(examples = "Ada Lovelace")
        String fullName,

        @PlainName @Schema(description = "Default: the full name", examples = "Engines Ltd")
        String workspaceName) {
    RegistrationDraft toDraft(Visitor visitor) {
        var address = EmailAddress.parse(email).orElseThrow();
        return new RegistrationDraft(
                address,
                Password.chosen(password, address.value(), "/password"),
                fullName.strip(),
                workspaceName == null ? fullName.strip() : workspaceName.strip(),
                visitor);
    }

    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
