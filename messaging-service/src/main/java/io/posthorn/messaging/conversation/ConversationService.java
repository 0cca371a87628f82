package io.posthorn.messaging.conversation;

import io.posthorn.contracts.conversation.ConversationRead;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Reads conversations and marks them read. */
@ApplicationScoped
public class ConversationService {
    private final TenantTransaction tenant;
    private final ConversationStore store;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Clock clock;

    ConversationService(
            TenantTransaction tenant, ConversationStore store, Outbox outbox, CurrentCaller caller, Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    public Uni<Page<ConversationView>> list(PageRequest page) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> store.page(connection, workspace, page))
                .map(rows -> Page.of(page, rows, last -> new Cursor(last.lastMessageAt(), last.id())))
                .map(conversations -> conversations.map(ConversationView::of));
    }

    public Uni<ConversationView> get(UUID id) {
        return tenant.connection(connection -> find(connection, id)).map(ConversationView::of);
    }

    public Uni<ConversationView> read(UUID id) {
        return tenant.connection(connection -> find(connection, id)
                        .call(conversation -> markRead(connection, conversation))
                        .chain(conversation -> find(connection, id)))
                .map(ConversationView::of);
    }

    private Uni<Conversation> find(SqlConnection connection, UUID id) {
        return store.find(connection, caller.get().workspaceId(), id)
                .onItem()
                .ifNull()
                .failWith(() -> ConversationProblems.notFound(id));
    }

    private Uni<Void> markRead(SqlConnection connection, Conversation conversation) {
        var event = new ConversationRead(conversation.id(), caller.get().userId(), clock.instant());
        return store.markRead(connection, conversation)
                .chain(version -> version.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.append(connection, conversation.workspaceId(), version.get(), event));
    }
}
