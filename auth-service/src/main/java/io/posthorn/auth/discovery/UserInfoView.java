package io.posthorn.auth.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.auth.account.Account;
import io.posthorn.auth.oauth.ScopeText;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
record UserInfoView(
        @Schema(description = "The person's id, as in the id token")
        UUID sub,

        @Schema(description = "With the scope profile", examples = "Ada Lovelace")
        String name,

        @Schema(description = "With the scope email", examples = "ada@example.com")
        String email) {
    static UserInfoView of(Account account, List<String> scopes) {
        return new UserInfoView(
                account.id(),
                scopes.contains(ScopeText.PROFILE) ? account.fullName() : null,
                scopes.contains(ScopeText.EMAIL) ? account.email() : null);
    }
}
