package io.posthorn.messaging.connecting;

import io.posthorn.messaging.channel.ChannelView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/channels")
@Tag(name = "channels")
public class ConnectingResource {
    private final ConnectingService channels;
    private final ReconnectService reconnecting;

    ConnectingResource(ConnectingService channels, ReconnectService reconnecting) {
        this.channels = channels;
        this.reconnecting = reconnecting;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("admin")
    @Operation(
            operationId = "connectChannel",
            summary = "Connect a WhatsApp number",
            description = "Give an Idempotency-Key to make repeating safe.")
    @APIResponse(
            responseCode = "201",
            description = "Connected",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChannelView.class)))
    public Uni<ChannelView> connect(@NotNull @Valid ConnectChannelRequest request) {
        return channels.connect(request);
    }

    @POST
    @Path("/{id}/connect")
    @RolesAllowed("admin")
    @Operation(
            operationId = "reconnectChannel",
            summary = "Give a number a new access token",
            description = "Proves it by a call; messages that waited for the number go on.")
    public Uni<ChannelView> reconnect(@PathParam("id") UUID id, @NotNull @Valid ReconnectChannelRequest request) {
        return reconnecting.reconnect(id, request);
    }

    @POST
    @Path("/{id}/disconnect")
    @RolesAllowed("admin")
    @Operation(operationId = "disconnectChannel", summary = "Take a number off")
    public Uni<ChannelView> disconnect(@PathParam("id") UUID id) {
        return channels.disconnect(id);
    }
}
