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
    private final BulkService bulk;

    SendMessageResource(AcceptingService messages, BulkService bulk) {
        this.messages = messages;
        this.bulk = bulk;
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

    @POST
    @Path("/bulk")
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
