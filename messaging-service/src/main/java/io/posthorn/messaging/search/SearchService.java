package io.posthorn.messaging.search;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.MessageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds messages of the caller's workspace. */
@ApplicationScoped
public class SearchService {
    private final TenantTransaction tenant;
    private final SearchStore search;
    private final MessageStore messages;
    private final CurrentCaller caller;

    SearchService(TenantTransaction tenant, SearchStore search, MessageStore messages, CurrentCaller caller) {
        this.tenant = tenant;
        this.search = search;
        this.messages = messages;
        this.caller = caller;
    }

    public Uni<Page<MessageView>> messages(SearchWords words, PageRequest page) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> search.page(connection, workspace, words.text(), page)
                        .chain(ids -> inOrder(connection, workspace, ids)))
                .map(rows -> Page.of(page, rows, last -> Cursor.of(last.id())))
                .map(found -> found.map(MessageView::of));
    }

    private Uni<List<Message>> inOrder(SqlConnection connection, UUID workspace, List<UUID> ids) {
        return messages.findAll(connection, workspace, ids)
                .map(found -> found.stream().collect(Collectors.toMap(Message::id, message -> message)))
                .map(byId ->
                        ids.stream().map(byId::get).filter(Objects::nonNull).toList());
    }
}
