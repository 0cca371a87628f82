package io.posthorn.auth.token;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who looks after the installation: read in the background like the keys, so that no login waits for it. */
@Startup
@ApplicationScoped
public class Operators {
    private static final String OPERATOR = "operator";

    private final WorkerTransaction worker;
    private final OperatorListStore store;
    private final TokenConfig config;
    private volatile Set<UUID> known = Set.of();

    Operators(WorkerTransaction worker, OperatorListStore store, TokenConfig config, Background background) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        background.loop("operators", this::refresh);
    }

    /** What a login says of a person: the role in the workspace, and that they are an operator. */
    List<String> roles(UUID accountId, Role role) {
        return known.contains(accountId) ? List.of(role.claim(), OPERATOR) : List.of(role.claim());
    }

    /** Makes the first one; false when there is one already. */
    public Uni<Boolean> appointFirst(UUID accountId) {
        return worker.connection(connection -> store.appointFirst(connection, accountId))
                .call(this::refresh);
    }

    /** Once more changes nothing. */
    public Uni<Void> appoint(UUID accountId) {
        return worker.connection(connection -> store.appoint(connection, accountId))
                .call(this::refresh);
    }

    /** Whoever is dismissed keeps the role for as long as their access token lives. The last one stays. */
    public Uni<Boolean> dismiss(UUID accountId) {
        return worker.connection(connection -> store.dismiss(connection, accountId))
                .call(this::refresh);
    }

    private Uni<Duration> refresh() {
        return worker.connection(store::all).invoke(all -> known = all).replaceWith(config.keyRefresh());
    }
}
