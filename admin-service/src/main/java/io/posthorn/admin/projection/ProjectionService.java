package io.posthorn.admin.projection;

import io.posthorn.admin.audit.AuditService;
import io.posthorn.admin.dashboard.DashboardService;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.inbox.Inbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
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

    /** Those that cannot be digested go where their topic's dead letters go. */
    Uni<Void> project(KafkaRecordBatch<String, byte[]> batch) {
        var records = new IdentityHashMap<ConsumerRecord<String, byte[]>, KafkaRecord<String, byte[]>>();
        var inOrder = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : batch) {
            var consumed = consumed(record);
            records.put(consumed, record);
            inOrder.add(consumed);
        }
        return inbox.all(CONSUMER, inOrder, this::write, this::write, (record, reason) -> Uni.createFrom()
                        .completionStage(() -> records.get(record).nack(reason)))
                .chain(() -> Uni.createFrom().completionStage(batch::ack));
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> consumed(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
    }

    private Uni<Void> write(SqlConnection connection, List<IncomingEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> audit.record(connection, event))
                .collect()
                .last()
                .chain(() -> dashboard.count(connection, events));
    }

    private Uni<Void> write(SqlConnection connection, IncomingEvent event) {
        return audit.record(connection, event).chain(() -> dashboard.count(connection, event));
    }
}
