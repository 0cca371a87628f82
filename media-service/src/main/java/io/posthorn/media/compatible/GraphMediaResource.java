package io.posthorn.media.compatible;

import io.posthorn.media.media.ContentAnswer;
import io.posthorn.media.media.Disposition;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.FilePart;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/graph/{version:v[0-9]+\\.[0-9]+}")
@RolesAllowed("viewer")
@Tag(name = "cloud-api-compatible")
public class GraphMediaResource {
    private final CompatibleService compatible;
    private final ContentAnswer content;
    private final String publicUrl;

    GraphMediaResource(
            CompatibleService compatible,
            ContentAnswer content,
            @ConfigProperty(name = "posthorn.public-url") String publicUrl) {
        this.compatible = compatible;
        this.content = content;
        this.publicUrl = publicUrl;
    }

    @POST
    @Path("/{phoneNumberId}/media")
    @RolesAllowed("agent")
    @Consumes("*/*")
    @Operation(
            operationId = "uploadAsToMeta",
            summary = "Upload a file as to Meta's Cloud API",
            description = "A form as Meta wants it. The id is good in messages from every number of the workspace.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a repeated upload safe, 24 hours")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "multipart/form-data",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"messaging_product", "file"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "messaging_product",
                                                        type = SchemaType.STRING,
                                                        enumeration = "whatsapp"),
                                                @SchemaProperty(
                                                        name = "type",
                                                        type = SchemaType.STRING,
                                                        examples = "image/png"),
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary")
                                            })))
    public Uni<GraphMediaId> upload(
            @PathParam("version") String version,
            @PathParam("phoneNumberId") String phoneNumberId,
            @Context HttpServerRequest request) {
        return compatible
                .store(phoneNumberId, () -> GraphUpload.read(request))
                .map(stored -> new GraphMediaId(stored.id()));
    }

    @GET
    @Path("/{mediaId}")
    @Operation(operationId = "readMediaAsAtMeta", summary = "Read what is known about a file, and where its bytes are")
    public Uni<GraphMediaView> find(
            @PathParam("version") String version,
            @PathParam("mediaId") UUID mediaId,
            @QueryParam("phone_number_id") String phoneNumberId) {
        var url = "%s/graph/%s/%s/content".formatted(publicUrl, version, mediaId);
        return compatible.find(mediaId, phoneNumberId).map(found -> GraphMediaView.of(found, url));
    }

    @DELETE
    @Path("/{mediaId}")
    @RolesAllowed("agent")
    @Operation(operationId = "deleteMediaAsAtMeta", summary = "Delete a file")
    public Uni<GraphSuccess> delete(
            @PathParam("version") String version,
            @PathParam("mediaId") UUID mediaId,
            @QueryParam("phone_number_id") String phoneNumberId) {
        return compatible.delete(mediaId, phoneNumberId).replaceWith(new GraphSuccess(true));
    }

    @GET
    @Path("/{mediaId}/content")
    @Produces("application/octet-stream") // replaced by the real type
    @Operation(operationId = "downloadMediaAsAtMeta", summary = "Download a file")
    public Uni<RestResponse<FilePart>> content(
            @PathParam("version") String version, @PathParam("mediaId") UUID mediaId) {
        return compatible.findContent(mediaId).map(found -> content.of(found, Disposition.ATTACHMENT));
    }
}
