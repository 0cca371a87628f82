package io.posthorn.template.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from messaging-service what Meta's webhooks say about templates. */
@ApplicationScoped
class ReportListener {
    private final ReportService reports;

    ReportListener(ReportService reports) {
        this.reports = reports;
    }

    @Incoming("channel")
    Uni<Void> onChannel(ConsumerRecord<String, byte[]> record) {
        return reports.receive(record);
    }
}
