package io.posthorn.template.version;

import io.posthorn.template.template.TemplateView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens between two versions of a template. */
@Path("/api/v1/templates")
@RolesAllowed("viewer")
@Tag(name = "Templates")
public class VersionResource {
    private final VersionService versions;

    VersionResource(VersionService versions) {
        this.versions = versions;
    }

    @GET
    @Path("/{id}/diff")
    @Operation(summary = "What changed between two versions, for the reader and for the sender")
    @APIResponse(responseCode = "200", description = "Each change; without numbers those of the newest version")
    @APIResponse(responseCode = "404", description = "There is no such template or version (template_not_found)")
    public Uni<DiffView> diff(UUID id, @QueryParam("from") Integer from, @QueryParam("to") Integer to) {
        return versions.diff(id, from, to);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed("admin")
    @Operation(summary = "Find a version good; never by the one who wrote it")
    @APIResponse(responseCode = "200", description = "The template; the version may go to Meta")
    @APIResponse(responseCode = "403", description = "It is the caller's own (forbidden)")
    @APIResponse(responseCode = "404", description = "There is no such template or version (template_not_found)")
    public Uni<TemplateView> approve(UUID id, @NotNull @Valid ApproveVersionRequest request) {
        return versions.approve(id, request);
    }

    @POST
    @Path("/{id}/rollback")
    @RolesAllowed("agent")
    @Operation(summary = "Make an older version the newest again: one that is named, or the last that was approved")
    @APIResponse(responseCode = "200", description = "The template, with that content as a new version")
    @APIResponse(responseCode = "404", description = "There is none to come back (template_not_found)")
    @APIResponse(responseCode = "409", description = "Meta looks at the template just now (template_locked)")
    public Uni<TemplateView> rollBack(UUID id, @NotNull @Valid RollBackRequest request) {
        return versions.rollBack(id, request);
    }

    @GET
    @Path("/approval-policy")
    @Operation(summary = "Whether versions have to be approved before they go to Meta")
    public Uni<ApprovalPolicy> policy() {
        return versions.policy();
    }

    @PUT
    @Path("/approval-policy")
    @RolesAllowed("admin")
    @Operation(summary = "Say whether versions have to be approved by a second person before they go to Meta")
    public Uni<ApprovalPolicy> change(@NotNull @Valid ApprovalPolicy policy) {
        return versions.change(policy);
    }
}
