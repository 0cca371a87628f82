package io.posthorn.media.provider;

import io.posthorn.kit.service.ServiceCredentials;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where messaging-service lends connections. */
@RegisterRestClient(configKey = "messaging")
@RegisterClientHeaders(ServiceCredentials.class)
@Path("/internal/workspaces/{workspaceId}/channels/{channelId}/connection")
interface ConnectionClient {
    @GET
    Uni<ChannelConnection> get(@PathParam("workspaceId") UUID workspaceId, @PathParam("channelId") UUID channelId);
}
