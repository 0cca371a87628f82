package io.posthorn.admin.projection;

import io.posthorn.admin.audit.AuditService;
import io.posthorn.admin.dashboard.DashboardService;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.inbox.Inbox;
import io.posthorn.kit.problem.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes an event into the audit log and the counters, once. A record that cannot be read goes to its dead letters at once;
 * a database that is away is waited for; any other failure is tried three times more before the event is put aside.
 */
@ApplicationScoped
class ProjectionService {
    private static final String CONSUMER = "projection";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final AuditService audit;
    private final DashboardService dashboard;

    ProjectionService(Inbox inbox, AuditService audit, DashboardService dashboard) {
        this.inbox = inbox;
        this.audit = audit;
        this.dashboard = dashboard;
    }

    Uni<Void> project(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::write)
                .onFailure(ProjectionService::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(3)
                .onFailure(Unavailable::is)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> write(SqlConnection connection, IncomingEvent event) {
        return audit.record(connection, event).chain(() -> dashboard.count(connection, event));
    }

    /** Not an unreadable record, which stays unreadable; a store that is away has its own, longer patience. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof IllegalArgumentException) && !Unavailable.is(failure);
    }
}
