package io.posthorn.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/messages")
@RolesAllowed("viewer")
@Tag(name = "messages")
public class MessageResource {
    private final MessageService messages;

    MessageResource(MessageService messages) {
        this.messages = messages;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMessage", summary = "One message with its history")
    public Uni<MessageView> get(@PathParam("id") UUID id) {
        return messages.get(id);
    }
}
