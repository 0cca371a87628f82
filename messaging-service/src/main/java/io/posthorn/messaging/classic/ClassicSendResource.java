package io.posthorn.messaging.classic;

import io.posthorn.messaging.accepting.AcceptedMessage;
import io.posthorn.messaging.accepting.AcceptingService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The older form of sending; the gateway leads {@code /api/whatsapp/send} here. */
@Path("/api/v1/messages/classic")
@Tag(name = "messages")
public class ClassicSendResource {
    private final AcceptingService messages;

    ClassicSendResource(AcceptingService messages) {
        this.messages = messages;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed("agent")
    @Operation(operationId = "sendClassicMessage", summary = "Send a text (older form)", deprecated = true)
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AcceptedMessage.class)))
    public Uni<AcceptedMessage> send(@NotNull @Valid ClassicSendRequest request) {
        return messages.accept(request.asMessage());
    }
}
