package io.posthorn.template.submission;

import io.posthorn.kit.service.ServiceCredentials;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where media-service brings a stored image to Meta as an example. */
@RegisterRestClient(configKey = "media")
@RegisterClientHeaders(ServiceCredentials.class)
@Path("/internal/workspaces/{workspaceId}/media/{mediaId}/header-handle")
interface HeaderHandleClient {
    @POST
    Uni<HeaderHandle> upload(
            @PathParam("workspaceId") UUID workspaceId,
            @PathParam("mediaId") UUID mediaId,
            SubmitTemplateRequest channel);
}
