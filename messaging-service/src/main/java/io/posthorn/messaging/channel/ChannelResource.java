package io.posthorn.messaging.channel;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/channels")
@Tag(name = "channels")
public class ChannelResource {
    private final ChannelService channels;

    ChannelResource(ChannelService channels) {
        this.channels = channels;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("admin")
    @Operation(
            operationId = "connectChannel",
            summary = "Connect a WhatsApp number",
            description = "Give an Idempotency-Key to make repeating safe.")
    public Uni<ChannelView> connect(@NotNull @Valid ConnectChannelRequest request) {
        return channels.connect(request);
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "listChannels", summary = "The numbers of this workspace")
    public Uni<Page<ChannelView>> list(@BeanParam PageRequest page) {
        return channels.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(operationId = "getChannel", summary = "One number")
    public Uni<ChannelView> get(@PathParam("id") UUID id) {
        return channels.get(id);
    }

    @POST
    @Path("/{id}/disconnect")
    @RolesAllowed("admin")
    @Operation(operationId = "disconnectChannel", summary = "Take a number off")
    public Uni<ChannelView> disconnect(@PathParam("id") UUID id) {
        return channels.disconnect(id);
    }
}
