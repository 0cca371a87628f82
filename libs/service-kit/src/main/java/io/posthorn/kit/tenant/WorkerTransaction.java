package io.posthorn.kit.tenant;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/**
 * Runs work as the worker role. Without a workspace it sees only what the worker's own policies open: queues, leases, the
 * outbox. Tenants' rows need the form with a workspace, exactly as for requests.
 */
@ApplicationScoped
public class WorkerTransaction {
    private final Pool pool;

    WorkerTransaction(@ReactiveDataSource("worker") Pool pool) {
        this.pool = pool;
    }

    public <T> Uni<T> connection(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** For one statement that needs no other: it is a transaction of its own, in one round trip. */
    public <T> Uni<T> statement(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(work);
    }

    public <T> Uni<T> connection(UUID workspaceId, Function<SqlConnection, Uni<T>> work) {
        return TenantTransaction.inWorkspace(pool, workspaceId, work);
    }
}
