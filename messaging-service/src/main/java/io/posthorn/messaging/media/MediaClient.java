package io.posthorn.messaging.media;

import io.posthorn.kit.service.ServiceCredentials;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** media-service, as services see it. */
@RegisterRestClient(configKey = "media")
@RegisterClientHeaders(ServiceCredentials.class)
@Path("/internal/workspaces/{workspaceId}/media/{id}")
interface MediaClient {
    @GET
    Uni<MediaFile> file(@PathParam("workspaceId") UUID workspaceId, @PathParam("id") UUID id);

    /** Uploads the file to Meta for a channel, or answers what an earlier upload came to. */
    @POST
    @Path("/provider-media")
    Uni<ProviderFile> upload(
            @PathParam("workspaceId") UUID workspaceId, @PathParam("id") UUID id, UploadRequest request);
}
