package io.posthorn.messaging.connection;

import io.posthorn.kit.caller.RoleLadder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For neighbours whose callers name a number instead of a channel. */
@Path("/internal/workspaces/{workspaceId}/numbers/{phoneNumberId}")
@RolesAllowed(RoleLadder.SERVICE)
public class NumberResource {
    private final ChannelConnectionService connections;

    NumberResource(ChannelConnectionService connections) {
        this.connections = connections;
    }

    @GET
    @Operation(hidden = true)
    public Uni<ChannelOfNumber> get(
            @PathParam("workspaceId") UUID workspaceId, @PathParam("phoneNumberId") String phoneNumberId) {
        return connections.ofNumber(workspaceId, phoneNumberId);
    }
}
