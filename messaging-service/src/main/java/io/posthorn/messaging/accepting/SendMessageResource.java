package io.posthorn.messaging.accepting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/messages")
@Tag(name = "messages")
public class SendMessageResource {
    private final AcceptingService messages;

    SendMessageResource(AcceptingService messages) {
        this.messages = messages;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed("agent")
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message",
            description = "Answers when the message is safely stored. Give an Idempotency-Key to make repeating safe.")
    public Uni<AcceptedMessage> send(@NotNull @Valid SendMessageRequest request) {
        return messages.accept(request);
    }
}
