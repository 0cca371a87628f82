package io.posthorn.kit.partition;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes partitions before they are needed and drops what is past its retention; also forgets inbox entries and idempotency
 * keys. Any process may do it at any time: the database's functions are safe to repeat.
 */
@Startup
@ApplicationScoped
public class PartitionJob {
    private static final Logger LOG = Logger.getLogger(PartitionJob.class);
    private static final Duration EVERY = Duration.ofHours(6);

    private final WorkerTransaction worker;

    PartitionJob(WorkerTransaction worker, Background background) {
        this.worker = worker;
        background.loop("partitions", () -> maintain().chain(this::forget).replaceWith(EVERY));
    }

    Uni<Void> maintain() {
        return worker.connection(connection -> connection
                .query("select partition, action from maintain_partitions()")
                .execute()
                .invoke(rows -> rows.forEach(PartitionJob::log))
                .replaceWithVoid());
    }

    private Uni<Void> forget() {
        return worker.connection(connection -> connection
                .query("delete from idempotency where created_at < now() - interval '24 hours'")
                .execute()
                .chain(() -> connection
                        .query("delete from inbox where received_at < now() - interval '14 days'")
                        .execute())
                .replaceWithVoid());
    }

    private static void log(Row row) {
        LOG.infof("Partition %s %s", row.getString("partition"), row.getString("action"));
    }
}
