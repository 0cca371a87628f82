package io.posthorn.auth.invitation;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/invitations")
@RolesAllowed("admin")
@Tag(name = "Members")
public class InvitationResource {
    private final InvitationService invitations;
    private final CurrentCaller caller;

    InvitationResource(InvitationService invitations, CurrentCaller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "inviteMember",
            summary = "Invite somebody by e-mail",
            description =
                    "The letter's code is good for seven days. Inviting an address again makes the earlier code void."
                            + " The same Idempotency-Key repeats the answer for 24 hours.")
    @APIResponse(
            responseCode = "201",
            description = "A letter is on its way",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "409", description = "already_member or invitation_limit_reached")
    @APIResponse(responseCode = "422", description = "invalid_request, for example a role above yours")
    public Uni<InvitationView> invite(@NotNull @Valid InviteRequest request) {
        return invitations.invite(caller.get(), request);
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "Those that can still be accepted, the newest first")
    public Uni<Page<InvitationView>> list(@BeanParam PageRequest page) {
        return invitations.list(caller.get(), page).map(found -> found.map(InvitationView::of));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "revokeInvitation", summary = "Take an invitation back")
    @APIResponse(responseCode = "204", description = "Its code is no longer good")
    @APIResponse(responseCode = "404", description = "invitation_not_found")
    public Uni<Void> revoke(@PathParam("id") UUID id) {
        return invitations.revoke(caller.get(), id);
    }
}
