package io.posthorn.auth.member;

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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/members")
@RolesAllowed("viewer")
@Tag(name = "Members")
public class MemberResource {
    private final MemberService members;
    private final CurrentCaller caller;

    MemberResource(MemberService members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMembers", summary = "The people of this workspace")
    public Uni<Page<MemberView>> list(@BeanParam PageRequest page) {
        return members.list(caller.get(), page).map(found -> found.map(MemberView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMember", summary = "One of them")
    @APIResponse(responseCode = "404", description = "member_not_found")
    public Uni<MemberView> get(@PathParam("id") UUID id) {
        return members.find(caller.get(), id).map(MemberView::of);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "changeMemberRole",
            summary = "Change what somebody is",
            description =
                    "Only owners make owners and change owners. Whoever may do less from now on is logged out of this "
                            + "workspace within a second; whoever may do more sees it at the next refresh.")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "404", description = "member_not_found")
    @APIResponse(responseCode = "409", description = "last_owner: there would be none left")
    public Uni<MemberView> changeRole(@PathParam("id") UUID id, @NotNull @Valid ChangeRoleRequest request) {
        return members.changeRole(caller.get(), id, request.wanted()).map(MemberView::of);
    }

    @POST
    @Path("/{id}/transfer-ownership")
    @RolesAllowed("owner")
    @ResponseStatus(204)
    @Operation(
            operationId = "transferOwnership",
            summary = "Make somebody else the owner in my place",
            description = "I am an admin from then on and log in again.")
    @APIResponse(responseCode = "204", description = "Transferred")
    @APIResponse(responseCode = "404", description = "member_not_found")
    public Uni<Void> transferOwnership(@PathParam("id") UUID id) {
        return members.transferOwnership(caller.get(), id);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "removeMember",
            summary = "Remove somebody, or leave",
            description =
                    "Your own id is leaving, which everybody may but the last owner; removing others takes an admin,"
                            + " and owners are removed by owners. Sessions and API keys in this workspace end within a"
                            + " second. Whoever would be in no workspace any more gets an empty one.")
    @APIResponse(responseCode = "204", description = "Not a member any more")
    @APIResponse(responseCode = "404", description = "member_not_found")
    @APIResponse(responseCode = "409", description = "last_owner: transfer ownership first")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return members.remove(caller.get(), id);
    }
}
