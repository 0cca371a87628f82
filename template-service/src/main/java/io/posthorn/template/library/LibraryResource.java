package io.posthorn.template.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Good templates to begin with. */
@Path("/api/v1/templates/library")
@RolesAllowed("viewer")
@Tag(name = "Templates")
public class LibraryResource {
    @GET
    @Operation(
            summary = "Templates that come with the service",
            description = "Each has its template in Meta's form, which POST /api/v1/templates drafts as it is")
    public LibraryView list(
            @QueryParam("branch") @Parameter(description = "Such as retail, health or travel") String branch,
            @QueryParam("language") String language,
            @QueryParam("category") String category) {
        return new LibraryView(LibraryTemplates.find(branch, language, category));
    }
}
