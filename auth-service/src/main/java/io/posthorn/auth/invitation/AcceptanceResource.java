package io.posthorn.auth.invitation;

import io.posthorn.auth.signin.SignedInView;
import io.posthorn.auth.visitor.CurrentVisitor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/auth/invitations")
@PermitAll
@Tag(name = "Sign in")
public class AcceptanceResource {
    private final AcceptanceService acceptance;
    private final CurrentVisitor visitor;

    AcceptanceResource(AcceptanceService acceptance, CurrentVisitor visitor) {
        this.acceptance = acceptance;
        this.visitor = visitor;
    }

    @POST
    @Path("/accept")
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation, and log in to its workspace",
            description =
                    "With the code from the letter. Where the invited address has an account, its password is asked"
                            + " for; otherwise one is made, with the name and the password given.")
    @APIResponse(responseCode = "200", description = "Joined and logged in")
    @APIResponse(responseCode = "401", description = "invalid_credentials")
    @APIResponse(responseCode = "409", description = "workspace_limit_reached or member_limit_reached")
    @APIResponse(
            responseCode = "422",
            description = "proof_invalid, password_too_common, password_too_long or invalid_request")
    @APIResponse(responseCode = "429", description = "login_throttled")
    public Uni<SignedInView> accept(@NotNull @Valid AcceptInvitationRequest request) {
        return acceptance.accept(request, visitor.get()).map(SignedInView::of);
    }
}
