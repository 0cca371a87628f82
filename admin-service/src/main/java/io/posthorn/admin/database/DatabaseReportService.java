package io.posthorn.admin.database;

import io.posthorn.kit.database.DatabaseService;
import io.posthorn.kit.database.MissingIndex;
import io.posthorn.kit.database.SlowQuery;
import io.posthorn.kit.database.TableStats;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks every service, this one among them; who does not answer spoils nobody's report. */
@ApplicationScoped
class DatabaseReportService {
    private static final Logger LOG = Logger.getLogger(DatabaseReportService.class);

    private final DatabaseService own;
    private final NeighbourDatabaseClient neighbours;
    private final Map<String, String> addresses;

    DatabaseReportService(
            DatabaseService own,
            @RestClient NeighbourDatabaseClient neighbours,
            @ConfigProperty(name = "posthorn.auth-url") String auth,
            @ConfigProperty(name = "posthorn.messaging-url") String messaging,
            @ConfigProperty(name = "posthorn.media-url") String media,
            @ConfigProperty(name = "posthorn.template-url") String template) {
        this.own = own;
        this.neighbours = neighbours;
        this.addresses = Map.of("auth", auth, "messaging", messaging, "media", media, "template", template);
    }

    Uni<DatabaseReport<TableStats>> tableStats() {
        return gathered(own.tableStats(), neighbours::tableStats);
    }

    Uni<DatabaseReport<MissingIndex>> missingIndexes() {
        return gathered(own.missingIndexes(), neighbours::missingIndexes);
    }

    Uni<DatabaseReport<SlowQuery>> slowQueries() {
        return gathered(own.slowQueries(), neighbours::slowQueries);
    }

    private <T> Uni<DatabaseReport<T>> gathered(Uni<List<T>> ours, Function<String, Uni<List<T>>> theirs) {
        return Multi.createFrom()
                .iterable(List.of("admin", "auth", "media", "messaging", "template"))
                .onItem()
                .transformToUniAndConcatenate(service ->
                        report(service, addresses.containsKey(service) ? theirs.apply(addresses.get(service)) : ours))
                .collect()
                .asList()
                .map(DatabaseReport::new);
    }

    private static <T> Uni<ServiceReport<T>> report(String service, Uni<List<T>> asked) {
        return asked.map(items -> new ServiceReport<>(service, true, items))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s-service does not report on its database: %s", service, failure))
                .onFailure()
                .recoverWithItem(() -> new ServiceReport<>(service, false, List.of()));
    }
}
