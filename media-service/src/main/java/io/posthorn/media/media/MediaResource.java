package io.posthorn.media.media;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.FilePart;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Files of the workspace. */
@Path("/api/v1/media")
@RolesAllowed("viewer")
@Tag(name = "Media")
public class MediaResource {
    private final MediaService media;
    private final String publicUrl;

    MediaResource(MediaService media, @ConfigProperty(name = "posthorn.public-url") String publicUrl) {
        this.media = media;
        this.publicUrl = publicUrl;
    }

    @POST
    @RolesAllowed("agent")
    @Consumes("*/*")
    @ResponseStatus(201)
    @Operation(
            summary = "Upload an image",
            description =
                    "As the body itself, its name in Content-Disposition, or as the part 'file' of a form. PNG or JPEG.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a repeated upload safe, 24 hours")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "multipart/form-data",
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary"))),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "201", description = "Stored")
    @APIResponse(responseCode = "413", description = "Too large for its kind (media_too_large)")
    @APIResponse(responseCode = "415", description = "Not a type that is taken (media_type_refused)")
    @APIResponse(responseCode = "422", description = "Empty, or not what it is said to be (media_type_mismatch)")
    public Uni<MediaView> upload(@Context HttpServerRequest request) {
        return UploadReader.read(request).chain(media::store).map(stored -> MediaView.of(stored, publicUrl));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read what is known about a file")
    @APIResponse(responseCode = "404", description = "There is none (media_not_found)")
    public Uni<MediaView> find(UUID id) {
        return media.find(id).map(found -> MediaView.of(found, publicUrl));
    }

    @GET
    @Path("/{id}/content")
    @Produces("application/octet-stream") // replaced by the real type; with several the framework sends the path's text
    @Operation(summary = "Download a file")
    @APIResponse(responseCode = "200", description = "The bytes, as an attachment")
    @APIResponse(responseCode = "206", description = "The Range that was asked for")
    @APIResponse(responseCode = "404", description = "There is none (media_not_found)")
    public Uni<RestResponse<FilePart>> content(UUID id, @HeaderParam("Range") String range) {
        return media.findContent(id).map(content -> attachment(content, range));
    }

    /** Whatever the bytes are, a browser neither shows nor runs them. */
    private static RestResponse<FilePart> attachment(MediaContent content, String range) {
        var media = content.media();
        var asked = ByteRange.asked(range, media.size());
        var piece = asked.orElse(ByteRange.all(media.size()));
        var answer = ResponseBuilder.<FilePart>create(asked.isPresent() ? 206 : 200)
                .entity(new FilePart(content.file(), piece.first(), piece.length()))
                .header("Content-Type", media.mimeType())
                .header("Content-Disposition", disposition(media))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Accept-Ranges", "bytes")
                .header("ETag", "\"" + media.sha256() + "\"");
        asked.ifPresent(found -> answer.header("Content-Range", found.within(media.size())));
        return answer.build();
    }

    /** The plain name is for clients that cannot read the encoded one. */
    private static String disposition(Media media) {
        var plain =
                media.id() + "." + media.mimeType().substring(media.mimeType().indexOf('/') + 1);
        var encoded = media.fileName() == null
                ? ""
                : "; filename*=UTF-8''"
                        + URLEncoder.encode(media.fileName(), StandardCharsets.UTF_8)
                                .replace("+", "%20");
        return "attachment; filename=\"%s\"%s".formatted(plain, encoded);
    }
}
