package io.posthorn.messaging.replay;

import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.meta.MetaApps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Takes replays and tells how they get on. The journal belongs to no workspace, so operators ask here and nobody else. */
@ApplicationScoped
public class ReplayService {
    private final WorkerTransaction worker;
    private final ReplayStore replays;
    private final ReplayRunner runner;
    private final MetaApps apps;
    private final CurrentCaller caller;
    private final Clock clock;

    ReplayService(
            WorkerTransaction worker,
            ReplayStore replays,
            ReplayRunner runner,
            MetaApps apps,
            CurrentCaller caller,
            Clock clock) {
        this.worker = worker;
        this.replays = replays;
        this.runner = runner;
        this.apps = apps;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<ReplayView> request(NewReplayRequest request) {
        if (!request.from().isBefore(request.to())) {
            throw ReplayProblems.wrong("/to", "out_of_range", "to is later than from");
        }
        var now = clock.instant();
        var to = request.to().isAfter(now) ? now : request.to();
        return appId(request.appKey())
                .map(appId -> replay(request, appId, to, now))
                .call(replay -> worker.connection(connection -> replays.insert(connection, replay)))
                .invoke(replay -> runner.wake())
                .map(ReplayView::of);
    }

    Uni<ReplayView> get(UUID id) {
        return worker.connection(connection -> replays.find(connection, id))
                .onItem()
                .ifNull()
                .failWith(() -> ReplayProblems.notFound(id))
                .map(ReplayView::of);
    }

    Uni<Page<ReplayView>> list(PageRequest page) {
        return worker.connection(connection -> replays.page(connection, page))
                .map(rows -> Page.of(page, rows, last -> Cursor.of(last.id())))
                .map(found -> found.map(ReplayView::of));
    }

    private Uni<UUID> appId(String appKey) {
        return appKey == null
                ? Uni.createFrom().nullItem()
                : apps.current(appKey)
                        .map(app -> app.appId())
                        .onFailure(ProblemException.class)
                        .transform(unknown -> ReplayProblems.wrong("/appKey", "unknown", "No app has this key"));
    }

    private Replay replay(NewReplayRequest request, UUID appId, Instant to, Instant now) {
        return new Replay(
                Ids.next(),
                caller.get().userId(),
                appId,
                request.phoneNumberId() == null || request.phoneNumberId().isEmpty() ? null : request.phoneNumberId(),
                request.from(),
                to,
                null,
                0,
                0,
                "running",
                now,
                null);
    }
}
