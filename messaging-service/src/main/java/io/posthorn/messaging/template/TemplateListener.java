package io.posthorn.messaging.template;

import io.posthorn.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what becomes of templates. */
@ApplicationScoped
class TemplateListener {
    private final Inbox inbox;
    private final TemplateSnapshotService snapshots;

    TemplateListener(Inbox inbox, TemplateSnapshotService snapshots) {
        this.inbox = inbox;
        this.snapshots = snapshots;
    }

    @Incoming("template")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.once("template-snapshot", record, snapshots::take);
    }
}
