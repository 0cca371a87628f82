package io.posthorn.template.preview;

import io.posthorn.template.template.TemplateService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/templates")
@RolesAllowed("viewer")
@Tag(name = "Templates")
public class PreviewResource {
    private final TemplateService templates;

    PreviewResource(TemplateService templates) {
        this.templates = templates;
    }

    @POST
    @Path("/{id}/preview")
    @Operation(summary = "What a phone shows of a template, and the components to send for it")
    @APIResponse(
            responseCode = "200",
            description = "The preview, with the template's examples where no values are given")
    @APIResponse(responseCode = "404", description = "There is none (template_not_found)")
    @APIResponse(
            responseCode = "422",
            description = "Values are missing, too many or of the wrong kind (template_parameters_invalid)")
    public Uni<PreviewView> preview(UUID id, @NotNull PreviewRequest request) {
        return templates.find(id).map(found -> Previewer.of(found.components(), found.category(), request.variables()));
    }

    @POST
    @Path("/preview")
    @Operation(summary = "What a phone would show of a template that is still being written; nothing is stored")
    @APIResponse(responseCode = "200", description = "The preview, as far as the template has come")
    @APIResponse(responseCode = "422", description = "Values do not fit (template_parameters_invalid)")
    public PreviewView previewDraft(@NotNull DraftPreviewRequest request) {
        return Previewer.of(request.inMetasWords(), request.category(), request.variables());
    }
}
