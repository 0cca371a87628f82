package io.posthorn.kit.database;

import io.posthorn.kit.caller.RoleLadder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For admin-service. */
@Path("/internal/database")
@RolesAllowed(RoleLadder.SERVICE)
public class DatabaseResource {
    private final DatabaseService database;

    DatabaseResource(DatabaseService database) {
        this.database = database;
    }

    @GET
    @Path("/table-stats")
    @Operation(hidden = true)
    public Uni<List<TableStats>> tableStats() {
        return database.tableStats();
    }

    @GET
    @Path("/missing-indexes")
    @Operation(hidden = true)
    public Uni<List<MissingIndex>> missingIndexes() {
        return database.missingIndexes();
    }

    @GET
    @Path("/slow-queries")
    @Operation(hidden = true)
    public Uni<List<SlowQuery>> slowQueries() {
        return database.slowQueries();
    }
}
