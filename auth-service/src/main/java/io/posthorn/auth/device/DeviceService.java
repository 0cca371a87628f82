package io.posthorn.auth.device;

import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.RevokeReason;
import io.posthorn.auth.session.SessionService;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

@ApplicationScoped
class DeviceService {
    private final TenantTransaction tenant;
    private final DeviceStore store;
    private final SessionService sessions;
    private final RevocationStream revocations;
    private final Clock clock;

    DeviceService(
            TenantTransaction tenant,
            DeviceStore store,
            SessionService sessions,
            RevocationStream revocations,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.sessions = sessions;
        this.revocations = revocations;
        this.clock = clock;
    }

    Uni<Page<Device>> list(Caller caller, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> store.findPage(
                                connection, caller.workspaceId(), caller.userId(), clock.instant(), cursor, rows)))
                .map(devices -> Page.of(page, devices, last -> Cursor.of(last.sessionId())));
    }

    /** Once more changes nothing. */
    Uni<Void> end(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> sessions.endOne(
                                connection,
                                caller.workspaceId(),
                                caller.userId(),
                                id,
                                RevokeReason.ENDED_ELSEWHERE,
                                clock.instant())))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(DeviceProblems.NOT_FOUND, "You have no session " + id))
                .chain(revocations::tell);
    }

    Uni<Void> endOthers(Caller caller) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> sessions.end(
                                connection,
                                caller.workspaceId(),
                                caller.userId(),
                                caller.sessionId(),
                                RevokeReason.ENDED_ELSEWHERE,
                                clock.instant())))
                .chain(revocations::tell);
    }
}
