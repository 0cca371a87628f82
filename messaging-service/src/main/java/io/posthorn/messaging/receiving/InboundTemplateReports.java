package io.posthorn.messaging.receiving;

import io.posthorn.contracts.channel.TemplateStatusReported;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.splitting.RoutedTemplateReport;
import io.posthorn.messaging.words.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells template-service what Meta decided about templates, once a decision. */
@ApplicationScoped
class InboundTemplateReports {
    private final TemplateReportStore store;
    private final Outbox outbox;

    InboundTemplateReports(TemplateReportStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    Uni<Void> store(SqlConnection connection, UUID workspaceId, List<RoutedTemplateReport> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var identities =
                reports.stream().map(RoutedTemplateReport::identity).distinct().toList();
        return store.note(connection, workspaceId, identities)
                .chain(fresh -> outbox.append(connection, events(workspaceId, reports, fresh)));
    }

    private static List<OutboxEvent> events(UUID workspaceId, List<RoutedTemplateReport> reports, Set<String> fresh) {
        return reports.stream()
                .filter(report -> fresh.remove(report.identity()))
                .map(report -> new OutboxEvent(workspaceId, report.channel().version(), event(report)))
                .toList();
    }

    private static TemplateStatusReported event(RoutedTemplateReport report) {
        var update = report.update();
        return new TemplateStatusReported(
                report.channel().id(),
                report.channel().wabaId(),
                Storable.text(update.templateId()),
                Storable.text(update.name()),
                Storable.text(update.language()),
                Storable.text(update.event()),
                update.reason().map(Storable::text).orElse(null),
                report.reportedAt());
    }
}
