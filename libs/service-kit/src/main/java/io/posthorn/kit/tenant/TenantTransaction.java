package io.posthorn.kit.tenant;

import io.posthorn.kit.caller.CurrentCaller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work inside one workspace as the runtime role. Row-level security compares every row with the transaction-local
 * setting {@code posthorn.workspace}, which is a statement of its own at the start: outside of a tenant transaction no row
 * is visible. Reads go through here as well. No remote call belongs inside.
 */
@ApplicationScoped
public class TenantTransaction {
    static final String SET_WORKSPACE = "select set_config('posthorn.workspace', $1, true)";

    private final Pool pool;
    private final CurrentCaller caller;

    TenantTransaction(Pool pool, CurrentCaller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** Panache work in the caller's workspace. */
    public <T> Uni<T> session(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> session(caller.get().workspaceId(), work));
    }

    /** Panache work in a workspace that was established otherwise, for example by a verified event. */
    public <T> Uni<T> session(UUID workspaceId, Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select set_config('posthorn.workspace', ?1, true)", String.class)
                        .setParameter(1, workspaceId.toString())
                        .getSingleResult())
                .chain(set -> work.get()));
    }

    /** Store work in the caller's workspace. */
    public <T> Uni<T> connection(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> connection(caller.get().workspaceId(), work));
    }

    /** Store work in a workspace that was established otherwise. */
    public <T> Uni<T> connection(UUID workspaceId, Function<SqlConnection, Uni<T>> work) {
        return inWorkspace(pool, workspaceId, work);
    }

    static <T> Uni<T> inWorkspace(Pool pool, UUID workspaceId, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(SET_WORKSPACE)
                .execute(Tuple.of(workspaceId.toString()))
                .chain(set -> work.apply(connection)));
    }
}
