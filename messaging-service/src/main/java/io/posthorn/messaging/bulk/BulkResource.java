package io.posthorn.messaging.bulk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/messages/bulk")
@Tag(name = "messages")
public class BulkResource {
    private final BulkService bulk;

    BulkResource(BulkService bulk) {
        this.bulk = bulk;
    }

    @POST
    @RolesAllowed("agent")
    @Operation(
            operationId = "sendMessages",
            summary = "Send up to 1000 messages",
            description =
                    "Each is accepted or refused for itself. With an idempotencyKey in each, a request that was cut off can"
                            + " be repeated: what was accepted is answered with its id and not sent again.")
    public Uni<BulkAnswer> sendAll(@NotNull @Valid BulkSendRequest request) {
        return bulk.accept(request);
    }
}
