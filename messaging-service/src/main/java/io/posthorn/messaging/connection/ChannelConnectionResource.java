package io.posthorn.messaging.connection;

import io.posthorn.kit.caller.RoleLadder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For media-service and template-service, which speak to Meta with the channel's own credentials. */
@Path("/internal/workspaces/{workspaceId}/channels/{channelId}/connection")
@RolesAllowed(RoleLadder.SERVICE)
public class ChannelConnectionResource {
    private final ChannelConnectionService connections;

    ChannelConnectionResource(ChannelConnectionService connections) {
        this.connections = connections;
    }

    @GET
    @Operation(hidden = true)
    public Uni<ChannelConnection> get(
            @PathParam("workspaceId") UUID workspaceId, @PathParam("channelId") UUID channelId) {
        return connections.of(workspaceId, channelId);
    }
}
