package io.posthorn.template.exchange;

import io.posthorn.template.template.ImportView;
import io.posthorn.template.template.TemplateService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates as a folder of files. */
@Path("/api/v1/templates")
@Tag(name = "Templates")
public class ExchangeResource {
    private static final String ZIP = "application/zip";

    private final TemplateService templates;
    private final Vertx vertx;

    ExchangeResource(TemplateService templates, Vertx vertx) {
        this.templates = templates;
        this.vertx = vertx;
    }

    @GET
    @Path("/export")
    @Produces(ZIP)
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "All templates as a ZIP of <name>/<language>.json, in Meta's form; the same templates are the same bytes")
    public Uni<byte[]> export() {
        return templates
                .all(Folder.MOST_FILES)
                .chain(found -> aside(() -> Folder.packed(found.stream()
                        .map(template -> TemplateFile.of(template.document()))
                        .toList())));
    }

    @POST
    @Path("/import")
    @Consumes(ZIP)
    @RolesAllowed("agent")
    @Operation(
            summary =
                    "Draft what is new in a ZIP of template files, and make versions of what has changed; all of it or nothing")
    @APIResponse(responseCode = "200", description = "How many were drafted, changed and left as they are")
    @APIResponse(responseCode = "409", description = "One that changed is at Meta's review just now (template_locked)")
    @APIResponse(responseCode = "413", description = "Too many or too large files (payload_too_large)")
    @APIResponse(
            responseCode = "422",
            description = "Rules are broken; each pointer begins with its file (template_invalid)")
    public Uni<ImportView> take(@NotNull byte[] zip) {
        return aside(() -> Imported.drafts(Folder.unpacked(zip))).chain(templates::takeAll);
    }

    /** Thousands of files take a moment, which is not the event loop's. */
    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}
