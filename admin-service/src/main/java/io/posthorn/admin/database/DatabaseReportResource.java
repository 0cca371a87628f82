package io.posthorn.admin.database;

import io.posthorn.kit.database.MissingIndex;
import io.posthorn.kit.database.SlowQuery;
import io.posthorn.kit.database.TableStats;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The installation's database, for operators. */
@Path("/api/v1/database")
@RolesAllowed("operator")
@Tag(name = "operations")
public class DatabaseReportResource {
    private final DatabaseReportService reports;

    DatabaseReportResource(DatabaseReportService reports) {
        this.reports = reports;
    }

    @GET
    @Path("/table-stats")
    @Operation(
            operationId = "readTableStats",
            summary = "How large every table is, how it is read, and when it was last vacuumed and analyzed")
    public Uni<DatabaseReport<TableStats>> tableStats() {
        return reports.tableStats();
    }

    @GET
    @Path("/missing-indexes")
    @Operation(
            operationId = "readMissingIndexes",
            summary = "Tables that are often read from end to end although they have grown")
    public Uni<DatabaseReport<MissingIndex>> missingIndexes() {
        return reports.missingIndexes();
    }

    @GET
    @Path("/slow-queries")
    @Operation(
            operationId = "readSlowQueries",
            summary = "The slowest statements, with placeholders where values stood",
            description = "Needs pg_stat_statements, which PostgreSQL must preload; without it the lists are empty.")
    public Uni<DatabaseReport<SlowQuery>> slowQueries() {
        return reports.slowQueries();
    }
}
