package io.posthorn.messaging.channel;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The numbers of a workspace. */
@ApplicationScoped
public class ChannelService {
    private final TenantTransaction tenant;
    private final ChannelStore store;
    private final ChannelViews views;
    private final CurrentCaller caller;

    ChannelService(TenantTransaction tenant, ChannelStore store, ChannelViews views, CurrentCaller caller) {
        this.tenant = tenant;
        this.store = store;
        this.views = views;
        this.caller = caller;
    }

    public Uni<Page<ChannelView>> list(PageRequest page) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> store.page(connection, workspace, page))
                .map(rows -> Page.of(page, rows, channel -> Cursor.of(channel.id())))
                .map(channels -> channels.map(views::of));
    }

    public Uni<ChannelView> get(UUID id) {
        return find(id).map(views::of);
    }

    public Uni<Channel> find(UUID id) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> store.find(connection, workspace, id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ChannelProblems.NOT_FOUND, "No channel " + id));
    }
}
