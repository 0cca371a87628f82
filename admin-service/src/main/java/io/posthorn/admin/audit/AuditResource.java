package io.posthorn.admin.audit;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what in the workspace. */
@Path("/api/v1/audit-logs")
@RolesAllowed("admin")
@Tag(name = "Audit log")
public class AuditResource {
    private final AuditService audit;

    AuditResource(AuditService audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "List audited actions, the newest first")
    public Uni<Page<AuditEntryView>> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only this action", example = "channel.connected") @QueryParam("action")
                    String action,
            @Parameter(description = "Not before this time", example = "2026-01-31T12:00:00Z") @QueryParam("from")
                    String from,
            @Parameter(description = "Before this time", example = "2026-02-01T12:00:00Z") @QueryParam("to")
                    String to) {
        return audit.list(AuditLogFilter.of(action, from, to), page).map(found -> found.map(AuditEntryView::of));
    }

    @GET
    @Path("/verify")
    @Operation(summary = "Recompute the workspace's hash chain and say whether it is whole")
    public Uni<ChainVerification> verify() {
        return audit.verify();
    }
}
