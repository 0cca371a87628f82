package io.posthorn.messaging.canceling;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/messages/{id}/cancel")
@Tag(name = "messages")
public class CancelResource {
    private final CancelService messages;

    CancelResource(CancelService messages) {
        this.messages = messages;
    }

    @POST
    @RolesAllowed("agent")
    @Operation(
            operationId = "cancelMessage",
            summary = "Take a message back",
            description = "Possible while it is scheduled or queued; 409 names the state it is in otherwise.")
    public Uni<CanceledMessage> cancel(@PathParam("id") UUID id) {
        return messages.cancel(id);
    }
}
