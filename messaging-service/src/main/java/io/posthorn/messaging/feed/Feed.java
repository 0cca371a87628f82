package io.posthorn.messaging.feed;

import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Reads pages for streams. Those of one workspace that are equally far share one read. */
@ApplicationScoped
public class Feed {
    private record Read(UUID workspaceId, long after, long upTo, int most) {}

    private final TenantTransaction tenant;
    private final WorkerTransaction worker;
    private final FeedStore store;
    private final Map<Read, Uni<FeedPage>> running = new ConcurrentHashMap<>();

    Feed(TenantTransaction tenant, WorkerTransaction worker, FeedStore store) {
        this.tenant = tenant;
        this.worker = worker;
        this.store = store;
    }

    public Uni<FeedBounds> bounds() {
        return worker.connection(store::bounds);
    }

    public Uni<News> news(long after) {
        return worker.connection(connection -> store.news(connection, after));
    }

    public Uni<FeedPage> page(UUID workspaceId, long after, long upTo, int most) {
        return running.computeIfAbsent(new Read(workspaceId, after, upTo, most), this::read);
    }

    private Uni<FeedPage> read(Read read) {
        return tenant.connection(
                        read.workspaceId(),
                        connection ->
                                store.page(connection, read.workspaceId(), read.after(), read.upTo(), read.most()))
                .onTermination()
                .invoke(() -> running.remove(read))
                .memoize()
                .indefinitely();
    }
}
