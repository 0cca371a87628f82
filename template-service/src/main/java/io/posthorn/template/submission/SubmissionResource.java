package io.posthorn.template.submission;

import io.posthorn.template.template.TemplateView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates on their way to Meta and back. */
@Path("/api/v1/templates")
@RolesAllowed("agent")
@Tag(name = "Templates")
public class SubmissionResource {
    private final SubmissionService submissions;
    private final SyncService sync;

    SubmissionResource(SubmissionService submissions, SyncService sync) {
        this.submissions = submissions;
        this.sync = sync;
    }

    @POST
    @Path("/{id}/submit")
    @Operation(summary = "Hand the newest version to Meta for review, the first or as an edit; repeating it is safe")
    @APIResponse(responseCode = "200", description = "Meta has it; status tells what Meta said, usually PENDING")
    @APIResponse(responseCode = "404", description = "template_not_found or channel_not_found")
    @APIResponse(
            responseCode = "409",
            description =
                    "template_locked, template_exists, template_name_locked, template_approval_needed or channel_not_active")
    @APIResponse(
            responseCode = "422",
            description = "template_invalid, or template_refused with Meta's words in provider")
    @APIResponse(
            responseCode = "429",
            description = "Meta's limit is reached; see Retry-After (template_quota_reached)")
    @APIResponse(responseCode = "502", description = "Meta did not answer; ask again (external_service)")
    public Uni<TemplateView> submit(UUID id, @NotNull @Valid SubmitTemplateRequest request) {
        return submissions.submit(id, request.channelId());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a template, at Meta as well; Meta blocks an approved one's name for 30 days")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is none (template_not_found)")
    @APIResponse(responseCode = "409", description = "It is just being submitted (template_locked)")
    public Uni<Void> delete(UUID id) {
        return submissions.delete(id);
    }

    @POST
    @Path("/sync")
    @Operation(summary = "Ask Meta about the templates that it has, those first of which nothing was heard for longest")
    @APIResponse(responseCode = "200", description = "How many were asked about, and how many changed")
    public Uni<SyncView> sync() {
        return sync.sync();
    }
}
