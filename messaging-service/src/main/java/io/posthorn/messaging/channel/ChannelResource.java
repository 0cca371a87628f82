package io.posthorn.messaging.channel;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/channels")
@Tag(name = "channels")
public class ChannelResource {
    private final ChannelService channels;

    ChannelResource(ChannelService channels) {
        this.channels = channels;
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
}
