package io.posthorn.messaging.message;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.conversation.ConversationProblems;
import io.posthorn.messaging.conversation.ConversationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads messages. */
@ApplicationScoped
public class MessageService {
    private final TenantTransaction tenant;
    private final MessageStore messages;
    private final StatusStore statuses;
    private final ConversationStore conversations;
    private final CurrentCaller caller;

    MessageService(
            TenantTransaction tenant,
            MessageStore messages,
            StatusStore statuses,
            ConversationStore conversations,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.messages = messages;
        this.statuses = statuses;
        this.conversations = conversations;
        this.caller = caller;
    }

    public Uni<MessageView> get(UUID id) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> messages.find(connection, workspace, id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(MessageProblems.NOT_FOUND, "No message " + id))
                .chain(message ->
                        statuses.history(connection, workspace, id).map(history -> MessageView.of(message, history))));
    }

    public Uni<Page<MessageView>> ofConversation(UUID conversationId, PageRequest page) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> conversations
                        .find(connection, workspace, conversationId)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ConversationProblems.notFound(conversationId))
                        .chain(found -> messages.page(connection, workspace, conversationId, page)))
                .map(rows -> Page.of(page, rows, last -> Cursor.of(last.id())))
                .map(found -> found.map(MessageView::of));
    }
}
