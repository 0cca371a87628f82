package io.posthorn.auth.recovery;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.visitor.CurrentVisitor;
import io.posthorn.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/auth/password")
@Tag(name = "Account")
public class RecoveryResource {
    private final RecoveryService recovery;
    private final PasswordChangeService changes;
    private final CurrentCaller caller;
    private final CurrentVisitor visitor;

    RecoveryResource(
            RecoveryService recovery, PasswordChangeService changes, CurrentCaller caller, CurrentVisitor visitor) {
        this.recovery = recovery;
        this.changes = changes;
        this.caller = caller;
        this.visitor = visitor;
    }

    @POST
    @Path("/forgot")
    @PermitAll
    @ResponseStatus(202)
    @Operation(
            operationId = "forgotPassword",
            summary = "Ask for a letter with which a new password can be chosen",
            description =
                    "The answer and its time are the same whether anybody has the address or not. An account gets at "
                            + "most three such letters an hour.")
    @APIResponse(responseCode = "202", description = "If there is an account, a letter is on its way")
    public Uni<Void> forgot(@NotNull @Valid ForgotPasswordRequest request) {
        return recovery.wish(EmailAddress.parse(request.email()).orElseThrow());
    }

    @POST
    @Path("/reset")
    @PermitAll
    @ResponseStatus(204)
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password with the code from the letter",
            description =
                    "The code is good for one hour and once. All sessions of the account end, in every workspace.")
    @APIResponse(responseCode = "204", description = "Chosen; log in with it")
    @APIResponse(
            responseCode = "422",
            description = "proof_invalid, password_too_common, password_too_long or invalid_request")
    public Uni<Void> reset(@NotNull @Valid ResetPasswordRequest request) {
        return recovery.reset(request.token(), request.password(), visitor.get());
    }

    @POST
    @Path("/change")
    @RolesAllowed("viewer")
    @ResponseStatus(204)
    @Operation(
            operationId = "changePassword",
            summary = "Change my password",
            description = "Every other session of mine ends, in every workspace; this one goes on.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "422",
            description = "password_wrong, password_too_common, password_too_long or invalid_request")
    @APIResponse(responseCode = "429", description = "login_throttled: too many wrong passwords, see Retry-After")
    public Uni<Void> change(@NotNull @Valid ChangePasswordRequest request) {
        return changes.change(caller.get(), request.currentPassword(), request.newPassword(), visitor.get());
    }
}
