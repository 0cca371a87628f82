package io.posthorn.messaging.realtime;

import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Reads pages for streams. Those of one workspace that are equally far share one read. */
@ApplicationScoped
class Feed {
    private record Read(UUID workspaceId, long after, long upTo) {}

    private final TenantTransaction tenant;
    private final WorkerTransaction worker;
    private final FeedStore store;
    private final int pageSize;
    private final Map<Read, Uni<FeedPage>> running = new ConcurrentHashMap<>();

    Feed(TenantTransaction tenant, WorkerTransaction worker, FeedStore store, RealtimeConfig config) {
        this.tenant = tenant;
        this.worker = worker;
        this.store = store;
        this.pageSize = config.pageSize();
    }

    Uni<FeedBounds> bounds() {
        return worker.connection(store::bounds);
    }

    Uni<News> news(long after) {
        return worker.connection(connection -> store.news(connection, after));
    }

    Uni<FeedPage> page(UUID workspaceId, long after, long upTo) {
        return running.computeIfAbsent(new Read(workspaceId, after, upTo), this::read);
    }

    private Uni<FeedPage> read(Read read) {
        return tenant.connection(
                        read.workspaceId(),
                        connection -> store.page(connection, read.workspaceId(), read.after(), read.upTo(), pageSize))
                .onTermination()
                .invoke(() -> running.remove(read))
                .memoize()
                .indefinitely();
    }
}
