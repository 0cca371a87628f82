package io.posthorn.media.media;

import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.media.format.MediaKind;
import io.posthorn.media.intake.UploadReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;
import java.util.List;
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

/** Files of the workspace. */
@Path("/api/v1/media")
@RolesAllowed("viewer")
@Tag(name = "Media")
public class MediaResource {
    private final MediaService media;
    private final ContentAnswer content;
    private final String publicUrl;

    MediaResource(
            MediaService media, ContentAnswer content, @ConfigProperty(name = "posthorn.public-url") String publicUrl) {
        this.media = media;
        this.content = content;
        this.publicUrl = publicUrl;
    }

    @POST
    @RolesAllowed("agent")
    @Consumes("*/*")
    @ResponseStatus(201)
    @Operation(
            summary = "Upload a file",
            description =
                    "As the body itself, its name in Content-Disposition, or as the part 'file' of a form. Images: PNG, JPEG,"
                            + " GIF, WebP. Videos: MP4, MPEG, QuickTime, WebM. Documents: PDF, Word, Excel, text. Audio: MP3,"
                            + " Ogg, WAV, WebM.")
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
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MediaView.class)))
    @APIResponse(responseCode = "413", description = "Too large for its kind (media_too_large)")
    @APIResponse(responseCode = "415", description = "Not a type that is taken (media_type_refused)")
    @APIResponse(
            responseCode = "422",
            description = "Empty, cut off (media_incomplete), or not what it is said to be (media_type_mismatch)")
    public Uni<MediaView> upload(@Context HttpServerRequest request) {
        return UploadReader.read(request).chain(media::store).map(stored -> MediaView.of(stored, publicUrl));
    }

    @GET
    @Operation(summary = "List files", description = "Newest first")
    @Parameter(name = "kind", description = "image, video, document or audio")
    public Uni<Page<MediaView>> list(@QueryParam("kind") String kind, @BeanParam PageRequest page) {
        var before = page.cursor() == null ? null : page.cursor().id();
        return media.list(new MediaFilter(kind(kind), before, page.rowsToRead()))
                .map(rows -> Page.of(page, rows, row -> Cursor.of(row.id())))
                .map(found -> found.map(row -> MediaView.of(row, publicUrl)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read what is known about a file")
    @APIResponse(responseCode = "200", description = "What is known about it")
    @APIResponse(responseCode = "404", description = "There is none (media_not_found)")
    public Uni<MediaView> find(UUID id) {
        return media.find(id).map(found -> MediaView.of(found, publicUrl));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("agent")
    @Operation(summary = "Delete a file", description = "Its signed links end with it")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is none (media_not_found)")
    public Uni<Void> delete(UUID id) {
        return media.delete(id);
    }

    @GET
    @Path("/{id}/content")
    @Produces("application/octet-stream") // replaced by the real type; with several the framework sends the path's text
    @Operation(summary = "Download a file")
    @APIResponse(responseCode = "200", description = "The bytes, as an attachment")
    @APIResponse(responseCode = "206", description = "The Range that was asked for")
    @APIResponse(responseCode = "404", description = "There is none (media_not_found)")
    @APIResponse(responseCode = "416", description = "The file has no such piece (range_not_satisfiable)")
    public Uni<RestResponse<FilePart>> content(UUID id) {
        return media.findContent(id).map(found -> content.of(found, Disposition.ATTACHMENT));
    }

    private static MediaKind kind(String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblems.INVALID_PARAMETER,
                        "kind is image, video, document or audio",
                        List.of(new Violation("?kind", "unknown_value", "Give image, video, document or audio"))));
    }
}
