package io.posthorn.admin.database;

import io.posthorn.kit.database.MissingIndex;
import io.posthorn.kit.database.SlowQuery;
import io.posthorn.kit.database.TableStats;
import io.posthorn.kit.service.ServiceCredentials;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What every service answers about its own schema; the address chooses which. */
@RegisterRestClient(configKey = "auth")
@RegisterClientHeaders(ServiceCredentials.class)
@Path("/internal/database")
interface NeighbourDatabaseClient {
    @GET
    @Path("/table-stats")
    Uni<List<TableStats>> tableStats(@Url String service);

    @GET
    @Path("/missing-indexes")
    Uni<List<MissingIndex>> missingIndexes(@Url String service);

    @GET
    @Path("/slow-queries")
    Uni<List<SlowQuery>> slowQueries(@Url String service);
}
