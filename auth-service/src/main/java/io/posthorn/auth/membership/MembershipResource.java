package io.posthorn.auth.membership;

import io.posthorn.auth.account.WorkspaceView;
import io.posthorn.auth.visitor.CurrentVisitor;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** For people only: an API key belongs to one workspace. */
@Path("/api/v1/workspaces")
@RolesAllowed("viewer")
@Tag(name = "Workspaces")
public class MembershipResource {
    private final MembershipService memberships;
    private final CurrentCaller caller;
    private final CurrentVisitor visitor;

    MembershipResource(MembershipService memberships, CurrentCaller caller, CurrentVisitor visitor) {
        this.memberships = memberships;
        this.caller = caller;
        this.visitor = visitor;
    }

    @GET
    @Operation(
            operationId = "listWorkspaces",
            summary = "My workspaces, and what I am in each",
            description = "All of them, on one page: at most 50.")
    public Uni<Page<WorkspaceView>> list() {
        return memberships
                .list(caller.get())
                .map(mine -> new Page<>(mine.stream().map(WorkspaceView::of).toList(), null, false));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createWorkspace",
            summary = "Found another workspace",
            description = "You are its owner. Your tokens stay where they are: switch to it for tokens there. The same "
                    + "Idempotency-Key repeats the answer for 24 hours.")
    @APIResponse(
            responseCode = "201",
            description = "Founded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WorkspaceView.class)))
    @APIResponse(responseCode = "409", description = "workspace_limit_reached: you are in 50 already")
    public Uni<WorkspaceView> found(@NotNull @Valid NameWorkspaceRequest request) {
        return memberships.found(caller.get(), request);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorkspace", summary = "One of my workspaces")
    @APIResponse(responseCode = "404", description = "workspace_not_found: you are not in it")
    public Uni<WorkspaceView> get(@PathParam("id") UUID id) {
        return memberships.find(caller.get(), id).map(WorkspaceView::of);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "renameWorkspace", summary = "Rename the workspace that I am logged in to")
    @APIResponse(responseCode = "404", description = "workspace_not_found: your token is for another one")
    public Uni<WorkspaceView> rename(@PathParam("id") UUID id, @NotNull @Valid NameWorkspaceRequest request) {
        return memberships.rename(caller.get(), id, request.name().strip()).map(WorkspaceView::of);
    }

    @POST
    @Path("/{id}/switch")
    @Operation(
            operationId = "switchWorkspace",
            summary = "Tokens for another workspace of mine",
            description =
                    "A session of its own, which ends no later than this one. The tokens of this one go on being good.")
    @APIResponse(responseCode = "200", description = "Tokens for that workspace")
    @APIResponse(responseCode = "404", description = "workspace_not_found: you are not in it")
    public Uni<SwitchedView> enter(@PathParam("id") UUID id) {
        return memberships.enter(caller.get(), id, visitor.get()).map(SwitchedView::of);
    }
}
