package io.posthorn.messaging.conversation;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/conversations")
@Tag(name = "conversations")
public class ConversationResource {
    private final ConversationService conversations;

    ConversationResource(ConversationService conversations) {
        this.conversations = conversations;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "listConversations", summary = "Conversations, the latest first")
    public Uni<Page<ConversationView>> list(@BeanParam PageRequest page) {
        return conversations.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(operationId = "getConversation", summary = "One conversation")
    public Uni<ConversationView> get(@PathParam("id") UUID id) {
        return conversations.get(id);
    }

    @POST
    @Path("/{id}/read")
    @RolesAllowed("agent")
    @Operation(operationId = "readConversation", summary = "Mark what the customer wrote as read by us")
    public Uni<ConversationView> read(@PathParam("id") UUID id) {
        return conversations.read(id);
    }
}
