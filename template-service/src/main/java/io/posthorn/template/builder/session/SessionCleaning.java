package io.posthorn.template.builder.session;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.template.builder.answering.BuilderConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Takes away sessions that are over; the database lets it see no others. */
@Startup
@ApplicationScoped
public class SessionCleaning {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final WorkerTransaction worker;

    SessionCleaning(BuilderConfig config, Background background, WorkerTransaction worker) {
        this.worker = worker;
        background.leased("builder-cleaning", LEASE, () -> clean().replaceWith(config.cleanEvery()));
    }

    /** How many. */
    Uni<Integer> clean() {
        return worker.connection(connection -> connection.query("""
                        delete from builder_session where (workspace_id, id) in (
                            select workspace_id, id from builder_session where expires_at < now()
                            order by expires_at limit 500)""").execute().map(gone -> gone.rowCount()));
    }
}
