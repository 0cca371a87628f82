package io.posthorn.media.link;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.media.media.Disposition;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes links to files that open without an access token. */
@Path("/api/v1/media")
@RolesAllowed("viewer")
@Tag(name = "Media")
public class LinkResource {
    private final LinkService links;
    private final String publicUrl;

    LinkResource(LinkService links, @ConfigProperty(name = "posthorn.public-url") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl;
    }

    @GET
    @Path("/{id}/signed-url")
    @Operation(summary = "Make a link that opens a file without an access token")
    @Parameter(name = "disposition", description = "attachment (default) or inline")
    @Parameter(name = "expiresIn", description = "Seconds, by default 3600, at most 604800")
    @APIResponse(responseCode = "200", description = "The link")
    @APIResponse(responseCode = "404", description = "There is no such file (media_not_found)")
    public Uni<LinkView> make(
            UUID id, @QueryParam("disposition") String disposition, @QueryParam("expiresIn") String expiresIn) {
        return links.sign(id, disposition(disposition), lifetime(expiresIn))
                .map(signed -> LinkView.of(signed, publicUrl));
    }

    /** The same by POST, for clients to which making something is no reading. */
    @POST
    @Path("/{id}/signed-url")
    @Operation(summary = "Make a link that opens a file without an access token")
    public Uni<LinkView> makeByPost(
            UUID id, @QueryParam("disposition") String disposition, @QueryParam("expiresIn") String expiresIn) {
        return make(id, disposition, expiresIn);
    }

    /** {@code /api/upload/signed-url?id=} of older clients leads here. */
    @GET
    @Path("/signed-url")
    @Operation(hidden = true)
    public Uni<LinkView> makeFor(
            @QueryParam("id") String id,
            @QueryParam("disposition") String disposition,
            @QueryParam("expiresIn") String expiresIn) {
        return make(mediaId(id), disposition, expiresIn);
    }

    private static Disposition disposition(String word) {
        return word == null
                ? Disposition.ATTACHMENT
                : Disposition.named(word).orElseThrow(() -> invalid("disposition", "Give attachment or inline"));
    }

    private Duration lifetime(String seconds) {
        if (seconds == null) {
            return null;
        }
        long longest = links.longest().toSeconds();
        if (!seconds.matches("\\d{1,9}") || Long.parseLong(seconds) < 1 || Long.parseLong(seconds) > longest) {
            throw invalid("expiresIn", "Give a number of seconds from 1 to " + longest);
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static UUID mediaId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw invalid("id", "Give the id of a file");
        }
    }

    private static ProblemException invalid(String parameter, String advice) {
        return new ProblemException(
                CommonProblems.INVALID_PARAMETER, advice, List.of(new Violation("?" + parameter, "invalid", advice)));
    }
}
