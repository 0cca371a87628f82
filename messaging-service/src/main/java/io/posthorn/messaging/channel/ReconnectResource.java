package io.posthorn.messaging.channel;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/channels/{id}/connect")
@Tag(name = "channels")
public class ReconnectResource {
    private final ReconnectService channels;

    ReconnectResource(ReconnectService channels) {
        this.channels = channels;
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            operationId = "reconnectChannel",
            summary = "Give a number a new access token",
            description = "Proves it by a call; messages that waited for the number go on.")
    public Uni<ChannelView> reconnect(@PathParam("id") UUID id, @NotNull @Valid ReconnectChannelRequest request) {
        return channels.reconnect(id, request);
    }
}
