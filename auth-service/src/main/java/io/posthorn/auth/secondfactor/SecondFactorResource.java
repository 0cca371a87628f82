package io.posthorn.auth.secondfactor;

import io.posthorn.auth.visitor.CurrentVisitor;
import io.posthorn.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/auth/mfa")
@RolesAllowed("viewer")
@Tag(name = "Second factor")
public class SecondFactorResource {
    private final EnrolmentService enrolment;
    private final CurrentCaller caller;
    private final CurrentVisitor visitor;

    SecondFactorResource(EnrolmentService enrolment, CurrentCaller caller, CurrentVisitor visitor) {
        this.enrolment = enrolment;
        this.caller = caller;
        this.visitor = visitor;
    }

    @GET
    @Operation(operationId = "getSecondFactor", summary = "What is asked for besides my password")
    public Uni<SecondFactorState> state() {
        return enrolment.state(caller.get());
    }

    @POST
    @Path("/totp")
    @Operation(
            operationId = "prepareTotp",
            summary = "Begin to use an authenticator",
            description =
                    "Nothing is asked for until a code of it was confirmed. Preparing again makes the earlier secret"
                            + " void.")
    @APIResponse(responseCode = "200", description = "The secret, once")
    @APIResponse(responseCode = "409", description = "second_factor_enabled: remove that one first")
    @APIResponse(responseCode = "422", description = "password_wrong")
    public Uni<PreparedTotpView> prepare(@NotNull @Valid PasswordRequest request) {
        return enrolment.prepare(caller.get(), request.password(), visitor.get());
    }

    @POST
    @Path("/totp/confirm")
    @Operation(
            operationId = "confirmTotp",
            summary = "Show a code of the new authenticator",
            description = "From now on logging in takes one. The answer holds the recovery codes, once.")
    @APIResponse(responseCode = "200", description = "In force")
    @APIResponse(responseCode = "422", description = "second_factor_wrong")
    public Uni<RecoveryCodesView> confirm(@NotNull @Valid CodeRequest request) {
        return enrolment.confirm(caller.get(), request.code()).map(RecoveryCodesView::new);
    }

    @POST
    @Path("/totp/remove")
    @ResponseStatus(204)
    @Operation(operationId = "removeTotp", summary = "Use no authenticator any more")
    @APIResponse(responseCode = "204", description = "Removed, with its recovery codes")
    @APIResponse(responseCode = "409", description = "second_factor_not_enabled")
    @APIResponse(responseCode = "422", description = "password_wrong or second_factor_wrong")
    public Uni<Void> remove(@NotNull @Valid RemoveTotpRequest request) {
        return enrolment.remove(caller.get(), request.password(), request.code(), visitor.get());
    }

    @POST
    @Path("/recovery-codes")
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Ten new recovery codes",
            description = "Those of before are no longer good.")
    @APIResponse(responseCode = "200", description = "The codes, once")
    @APIResponse(responseCode = "409", description = "second_factor_not_enabled")
    @APIResponse(responseCode = "422", description = "password_wrong")
    public Uni<RecoveryCodesView> renew(@NotNull @Valid PasswordRequest request) {
        return enrolment
                .freshCodes(caller.get(), request.password(), visitor.get())
                .map(RecoveryCodesView::new);
    }
}
