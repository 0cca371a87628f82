package io.posthorn.media.provider;

import io.posthorn.kit.caller.RoleLadder;
import io.posthorn.media.media.MediaService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What our own services ask about a file: what it is, and what Meta calls it. */
@Path("/internal/workspaces/{workspaceId}/media/{id}")
@RolesAllowed(RoleLadder.SERVICE)
public class ProviderMediaResource {
    private final MediaService media;
    private final ProviderMediaService provider;

    ProviderMediaResource(MediaService media, ProviderMediaService provider) {
        this.media = media;
        this.provider = provider;
    }

    @GET
    @Operation(hidden = true)
    public Uni<MediaFacts> find(UUID workspaceId, UUID id) {
        return media.find(workspaceId, id).map(MediaFacts::of);
    }

    @POST
    @Path("/provider-media")
    @Operation(hidden = true)
    public Uni<ProviderMedia> provide(UUID workspaceId, UUID id, @NotNull @Valid ProvideMediaRequest request) {
        return provider.provide(new MediaAtChannel(workspaceId, id, request.channelId()));
    }

    @POST
    @Path("/header-handle")
    @Operation(hidden = true)
    public Uni<HandleView> handle(UUID workspaceId, UUID id, @NotNull @Valid ProvideMediaRequest request) {
        return provider.handle(new MediaAtChannel(workspaceId, id, request.channelId()))
                .map(HandleView::new);
    }
}
