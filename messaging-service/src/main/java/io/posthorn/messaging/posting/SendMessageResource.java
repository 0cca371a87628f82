package io.posthorn.messaging.posting;

import io.posthorn.messaging.accepting.AcceptedMessage;
import io.posthorn.messaging.accepting.AcceptingService;
import io.posthorn.messaging.draft.SendMessageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
            description = "Answers when the message is safely stored. Contents have Meta's structure in camelCase, with"
                    + " files by our mediaId or an https link. Give an Idempotency-Key to make repeating safe.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SendMessageRequest.class),
                            examples = {
                                @ExampleObject(name = "text", value = MessageExamples.TEXT),
                                @ExampleObject(name = "image", value = MessageExamples.IMAGE),
                                @ExampleObject(name = "video", value = MessageExamples.VIDEO),
                                @ExampleObject(name = "audio", value = MessageExamples.VOICE_NOTE),
                                @ExampleObject(name = "document", value = MessageExamples.DOCUMENT),
                                @ExampleObject(name = "sticker", value = MessageExamples.STICKER),
                                @ExampleObject(name = "location", value = MessageExamples.LOCATION),
                                @ExampleObject(name = "contacts", value = MessageExamples.CONTACTS),
                                @ExampleObject(name = "reply buttons", value = MessageExamples.BUTTONS),
                                @ExampleObject(name = "list", value = MessageExamples.LIST),
                                @ExampleObject(name = "link button", value = MessageExamples.LINK),
                                @ExampleObject(name = "flow", value = MessageExamples.FLOW),
                                @ExampleObject(name = "carousel", value = MessageExamples.CAROUSEL),
                                @ExampleObject(name = "location request", value = MessageExamples.LOCATION_REQUEST),
                                @ExampleObject(name = "reaction", value = MessageExamples.REACTION),
                                @ExampleObject(name = "template", value = MessageExamples.TEMPLATE)
                            }))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: it leaves soon, or when sendAt says",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AcceptedMessage.class)))
    public Uni<AcceptedMessage> send(@NotNull @Valid SendMessageRequest request) {
        return messages.accept(request);
    }
}
