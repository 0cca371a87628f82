package io.posthorn.messaging.health;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/channels/{id}/health")
@Tag(name = "channels")
public class ChannelHealthResource {
    private final ChannelHealthService health;

    ChannelHealthResource(ChannelHealthService health) {
        this.health = health;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            operationId = "getChannelHealth",
            summary = "Why a number works or does not, and what to do next",
            description = "Asks Meta at this moment, for at most five seconds; lists of numbers do not.")
    public Uni<ChannelHealthView> get(@PathParam("id") UUID id) {
        return health.of(id);
    }
}
