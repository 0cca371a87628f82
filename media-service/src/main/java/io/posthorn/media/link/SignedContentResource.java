package io.posthorn.media.link;

import io.posthorn.media.media.ContentAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.FilePart;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens links for anybody: the address is the permission. */
@Path("/api/v1/media/signed")
@PermitAll
@Tag(name = "Media")
public class SignedContentResource {
    private final LinkService links;
    private final ContentAnswer content;

    SignedContentResource(LinkService links, ContentAnswer content) {
        this.links = links;
        this.content = content;
    }

    @GET
    @Path("/{token}")
    @Produces("application/octet-stream") // replaced by the real type
    @Operation(summary = "Download a file by a signed link")
    @APIResponse(responseCode = "200", description = "The bytes")
    @APIResponse(responseCode = "206", description = "The Range that was asked for")
    @APIResponse(responseCode = "403", description = "Changed or expired (media_link_invalid)")
    @APIResponse(responseCode = "404", description = "The file was deleted (media_not_found)")
    public Uni<RestResponse<FilePart>> open(String token) {
        return links.open(token).map(opened -> content.of(opened.content(), opened.disposition()));
    }
}
