package io.posthorn.admin.dashboard;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the workspace is doing. */
@Path("/api/v1/dashboard")
@RolesAllowed("viewer")
@Tag(name = "Dashboard")
public class DashboardResource {
    private final DashboardService dashboard;

    DashboardResource(DashboardService dashboard) {
        this.dashboard = dashboard;
    }

    @GET
    @Path("/stats")
    @Operation(summary = "Read the workspace's numbers, a moment behind what happens")
    public Uni<DashboardView> stats() {
        return dashboard.read().map(DashboardView::of);
    }
}
