package io.posthorn.messaging.message;

import io.posthorn.contracts.media.MediaFetched;
import io.posthorn.contracts.media.MediaUnavailable;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of the files of messages that came in. */
@ApplicationScoped
class FileListener {
    private final Inbox inbox;
    private final MessageService messages;

    FileListener(Inbox inbox, MessageService messages) {
        this.inbox = inbox;
        this.messages = messages;
    }

    @Incoming("media")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.once("message-file", record, this::take);
    }

    private Uni<Void> take(SqlConnection connection, IncomingEvent event) {
        return switch (event.event()) {
            case MediaFetched file ->
                messages.settleFile(
                        connection, event.workspaceId(), file.messageId(), MessageFile.ready(file.mediaId()));
            case MediaUnavailable file ->
                messages.settleFile(
                        connection, event.workspaceId(), file.messageId(), MessageFile.unavailable(file.reason()));
            default -> Uni.createFrom().voidItem();
        };
    }
}
