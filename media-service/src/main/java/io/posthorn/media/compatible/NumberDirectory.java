package io.posthorn.media.compatible;

import io.posthorn.kit.service.ServiceCredentials;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where messaging-service tells whose a number is. */
@RegisterRestClient(configKey = "messaging")
@RegisterClientHeaders(ServiceCredentials.class)
@Path("/internal/workspaces/{workspaceId}/numbers/{phoneNumberId}")
interface NumberDirectory {
    @GET
    Uni<KnownNumber> find(@PathParam("workspaceId") UUID workspaceId, @PathParam("phoneNumberId") String phoneNumberId);
}
