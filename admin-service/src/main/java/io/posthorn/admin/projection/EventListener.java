package io.posthorn.admin.projection;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One listener for each topic, so that a slow one holds up no other. Topics that customers fill are read in batches. */
@ApplicationScoped
class EventListener {
    private final ProjectionService projection;

    EventListener(ProjectionService projection) {
        this.projection = projection;
    }

    @Incoming("message")
    Uni<Void> onMessages(KafkaRecordBatch<String, byte[]> batch) {
        return projection.project(batch);
    }

    @Incoming("conversation")
    Uni<Void> onConversations(KafkaRecordBatch<String, byte[]> batch) {
        return projection.project(batch);
    }

    @Incoming("contact")
    Uni<Void> onContacts(KafkaRecordBatch<String, byte[]> batch) {
        return projection.project(batch);
    }

    @Incoming("channel")
    Uni<Void> onChannel(ConsumerRecord<String, byte[]> record) {
        return projection.project(record);
    }

    @Incoming("template")
    Uni<Void> onTemplate(ConsumerRecord<String, byte[]> record) {
        return projection.project(record);
    }

    @Incoming("media")
    Uni<Void> onMedia(ConsumerRecord<String, byte[]> record) {
        return projection.project(record);
    }

    @Incoming("auth")
    Uni<Void> onAuth(ConsumerRecord<String, byte[]> record) {
        return projection.project(record);
    }

    @Incoming("admin")
    Uni<Void> onAdmin(ConsumerRecord<String, byte[]> record) {
        return projection.project(record);
    }
}
