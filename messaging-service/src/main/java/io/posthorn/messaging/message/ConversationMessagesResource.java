package io.posthorn.messaging.message;

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

@Path("/api/v1/conversations")
@RolesAllowed("viewer")
@Tag(name = "messages")
public class ConversationMessagesResource {
    private final MessageService messages;

    ConversationMessagesResource(MessageService messages) {
        this.messages = messages;
    }

    @GET
    @Path("/{id}/messages")
    @Operation(operationId = "listMessages", summary = "What was said, the latest first")
    public Uni<Page<MessageView>> list(@PathParam("id") UUID conversationId, @BeanParam PageRequest page) {
        return messages.ofConversation(conversationId, page);
    }
}
