package io.posthorn.admin.projection;

import io.posthorn.admin.audit.AuditService;
import io.posthorn.admin.dashboard.DashboardService;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes an event into the audit log and the counters, once. */
@ApplicationScoped
class ProjectionService {
    private static final String CONSUMER = "projection";

    private final Inbox inbox;
    private final AuditService audit;
    private final DashboardService dashboard;

    ProjectionService(Inbox inbox, AuditService audit, DashboardService dashboard) {
        this.inbox = inbox;
        this.audit = audit;
        this.dashboard = dashboard;
    }

    Uni<Void> project(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::write);
    }

    private Uni<Void> write(SqlConnection connection, IncomingEvent event) {
        return audit.record(connection, event).chain(() -> dashboard.count(connection, event));
    }
}
