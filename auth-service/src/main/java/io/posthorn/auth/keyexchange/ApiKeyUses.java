package io.posthorn.auth.keyexchange;

import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.kit.background.BackgroundTasks;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down when and from where keys are used, behind the caller's back: nobody waits for it, and it refuses nobody. */
@ApplicationScoped
class ApiKeyUses {
    /** Beyond it uses go unnoted; the same keys come again half a minute later. */
    private static final int MOST_AT_ONCE = 64;

    private final TenantTransaction tenant;
    private final ApiKeyUseStore store;
    private final WorkspaceService workspaces;
    private final BackgroundTasks tasks = new BackgroundTasks("notes of API keys' uses");

    ApiKeyUses(TenantTransaction tenant, ApiKeyUseStore store, WorkspaceService workspaces) {
        this.tenant = tenant;
        this.store = store;
        this.workspaces = workspaces;
    }

    void note(ApiKeyUse use) {
        if (tasks.running() < MOST_AT_ONCE) {
            tasks.run(tenant.connection(use.key().workspaceId(), connection -> write(connection, use)));
        }
    }

    private Uni<Void> write(SqlConnection connection, ApiKeyUse use) {
        return store.touch(connection, use)
                .chain(() -> store.noteAddress(connection, use))
                .chain(isNew -> isNew
                        ? workspaces.announce(connection, use.key().workspaceId(), List.of(use.event()))
                        : Uni.createFrom().voidItem());
    }
}
