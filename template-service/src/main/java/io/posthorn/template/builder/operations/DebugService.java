package io.posthorn.template.builder.operations;

import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.template.builder.session.BuilderSession;
import io.posthorn.template.builder.session.BuilderSessionRepository;
import io.posthorn.template.builder.session.BuilderTurnRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Reads sessions of any workspace, for operators. */
@ApplicationScoped
public class DebugService {
    private static final int MOST_TURNS = 100;

    private final TenantTransaction tenant;
    private final BuilderSessionRepository sessions;
    private final BuilderTurnRepository turns;
    private final Clock clock;

    DebugService(
            TenantTransaction tenant, BuilderSessionRepository sessions, BuilderTurnRepository turns, Clock clock) {
        this.tenant = tenant;
        this.sessions = sessions;
        this.turns = turns;
        this.clock = clock;
    }

    Uni<DebugView> session(UUID workspaceId, UUID id) {
        var key = new TenantKey(workspaceId, id);
        return tenant.session(workspaceId, () -> sessions.findById(key)
                .map(found -> BuilderSession.alive(found, clock.instant()))
                .chain(session -> turns.last(key, MOST_TURNS).map(last -> DebugView.of(session, last))));
    }
}
