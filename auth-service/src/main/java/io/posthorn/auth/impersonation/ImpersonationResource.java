package io.posthorn.auth.impersonation;

import io.posthorn.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/operator/impersonations")
@RolesAllowed("operator")
@Tag(name = "Operator")
public class ImpersonationResource {
    private final ImpersonationService impersonations;
    private final CurrentCaller caller;

    ImpersonationResource(ImpersonationService impersonations, CurrentCaller caller) {
        this.impersonations = impersonations;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "startImpersonation",
            summary = "Act as a member of a workspace",
            description = "For at most 15 minutes, with a reason that the workspace reads in its audit log at once.")
    @APIResponse(responseCode = "201", description = "The access token; it cannot be refreshed")
    @APIResponse(
            responseCode = "404",
            description = "workspace_not_found: there is no such workspace with such a member")
    public Uni<StartedImpersonationView> start(@NotNull @Valid StartImpersonationRequest request) {
        return impersonations.start(caller.get(), request);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "endImpersonation",
            summary = "Stop acting as a member",
            description = "The token is refused within a second; the workspace reads of that too.")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "impersonation_not_found: not yours, or over")
    public Uni<Void> end(
            @PathParam("id") UUID id,
            @NotNull
                    @QueryParam("workspaceId")
                    @Parameter(description = "Whose member it is", example = "01a1fc15-678b-7851-bc40-00000000000b")
                    UUID workspaceId) {
        return impersonations.end(caller.get(), workspaceId, id);
    }
}
