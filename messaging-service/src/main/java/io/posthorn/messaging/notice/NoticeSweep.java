package io.posthorn.messaging.notice;

import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.webhook.RetentionConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets old notices. */
@ApplicationScoped
class NoticeSweep {
    private final WorkerTransaction worker;
    private final NoticeStore notices;
    private final RetentionConfig retention;

    NoticeSweep(WorkerTransaction worker, NoticeStore notices, RetentionConfig retention) {
        this.worker = worker;
        this.notices = notices;
        this.retention = retention;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return worker.connection(connection -> notices.forget(connection, retention.notices()));
    }
}
