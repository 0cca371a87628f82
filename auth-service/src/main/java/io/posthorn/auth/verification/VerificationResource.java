package io.posthorn.auth.verification;

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

@Path("/api/v1/auth/email")
@Tag(name = "Account")
public class VerificationResource {
    private final VerificationService verification;
    private final CurrentCaller caller;

    VerificationResource(VerificationService verification, CurrentCaller caller) {
        this.verification = verification;
        this.caller = caller;
    }

    @POST
    @Path("/verify")
    @PermitAll
    @ResponseStatus(204)
    @Operation(
            operationId = "verifyEmail",
            summary = "Bring back the code that was mailed",
            description = "Good for 24 hours and once, also while logged out.")
    @APIResponse(responseCode = "204", description = "The address is verified")
    @APIResponse(responseCode = "422", description = "proof_invalid: unknown, used or too old")
    public Uni<Void> verify(@NotNull @Valid VerifyEmailRequest request) {
        return verification.verify(request.token());
    }

    @POST
    @Path("/resend")
    @RolesAllowed("viewer")
    @ResponseStatus(202)
    @Operation(
            operationId = "resendEmailVerification",
            summary = "Mail me another code",
            description = "The codes of earlier letters are no longer good. At most five letters an hour.")
    @APIResponse(responseCode = "202", description = "On its way, unless the address is verified already")
    @APIResponse(responseCode = "429", description = "rate_limited")
    public Uni<Void> resend() {
        return verification.askAgain(caller.get());
    }
}
