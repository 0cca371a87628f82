package io.posthorn.auth.account;

import io.posthorn.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/auth/me")
@RolesAllowed("viewer")
@Tag(name = "Account")
public class AccountResource {
    private final AccountService accounts;
    private final CurrentCaller caller;

    AccountResource(AccountService accounts, CurrentCaller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who am I, and in which workspace")
    public Uni<ProfileView> me() {
        return accounts.profile(caller.get()).map(ProfileView::of);
    }

    @PATCH
    @Operation(summary = "Change my name and the language that I am written to in")
    public Uni<ProfileView> update(@NotNull @Valid UpdateProfileRequest request) {
        return accounts.change(caller.get(), request.fullName().strip(), request.chosenLanguage())
                .map(ProfileView::of);
    }
}
