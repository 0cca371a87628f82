package io.posthorn.media.inbound;

import io.posthorn.contracts.message.MessageEchoed;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of messages that carry a file. */
@ApplicationScoped
class InboundListener {
    private final Inbox inbox;
    private final InboundService files;

    InboundListener(Inbox inbox, InboundService files) {
        this.inbox = inbox;
        this.files = files;
    }

    @Incoming("message")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.once("inbound-media", record, InboundListener::carriesFile, this::take);
    }

    private static boolean carriesFile(IncomingEvent event) {
        return switch (event.event()) {
            case MessageReceived message -> message.providerMediaId() != null;
            case MessageEchoed message -> message.providerMediaId() != null;
            default -> false;
        };
    }

    private Uni<Void> take(SqlConnection connection, IncomingEvent event) {
        return switch (event.event()) {
            case MessageReceived message ->
                files.expect(
                        connection,
                        new InboundFile(
                                event.workspaceId(),
                                message.messageId(),
                                message.channelId(),
                                message.providerMediaId(),
                                message.fileName(),
                                0,
                                message.receivedAt()));
            case MessageEchoed message ->
                files.expect(
                        connection,
                        new InboundFile(
                                event.workspaceId(),
                                message.messageId(),
                                message.channelId(),
                                message.providerMediaId(),
                                message.fileName(),
                                0,
                                message.writtenAt()));
            default -> Uni.createFrom().voidItem();
        };
    }
}
