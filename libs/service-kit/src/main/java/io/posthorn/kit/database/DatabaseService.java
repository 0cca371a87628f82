package io.posthorn.kit.database;

import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The reports on this service's own schema. */
@ApplicationScoped
public class DatabaseService {
    private static final int MOST = 100;
    private static final int SLOWEST = 25;
    /** Statistics are nobody's rows. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final TenantTransaction tenant;
    private final WorkerTransaction worker;
    private final DatabaseStore store;

    DatabaseService(TenantTransaction tenant, WorkerTransaction worker, DatabaseStore store) {
        this.tenant = tenant;
        this.worker = worker;
        this.store = store;
    }

    public Uni<List<TableStats>> tableStats() {
        return worker.connection(connection -> store.tableStats(connection, MOST));
    }

    public Uni<List<MissingIndex>> missingIndexes() {
        return worker.connection(connection -> store.missingIndexes(connection, MOST));
    }

    /** Those of requests and those of background work. */
    public Uni<List<SlowQuery>> slowQueries() {
        return tenant.connection(NOBODY, connection -> store.slowQueries(connection, SLOWEST))
                .chain(ofRequests -> worker.connection(connection -> store.slowQueries(connection, SLOWEST))
                        .map(ofWork -> Stream.concat(ofRequests.stream(), ofWork.stream())
                                .sorted(Comparator.comparingDouble(SlowQuery::meanMillis)
                                        .reversed())
                                .limit(SLOWEST)
                                .toList()));
    }
}
