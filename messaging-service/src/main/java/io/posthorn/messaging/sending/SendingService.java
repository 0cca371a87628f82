package io.posthorn.messaging.sending;

import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Takes messages over. The message, its task, its event and the answer to its idempotency key are stored in one
 * transaction, so 202 means that it will be sent and that it will be sent once.
 */
@ApplicationScoped
public class SendingService {
    private final TenantTransaction tenant;
    private final Addressing addressing;
    private final MessageStore messages;
    private final SendTaskStore tasks;
    private final ConversationStore conversations;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Dispatcher dispatcher;
    private final CurrentCaller caller;
    private final Clock clock;

    SendingService(
            TenantTransaction tenant,
            Addressing addressing,
            MessageStore messages,
            SendTaskStore tasks,
            ConversationStore conversations,
            Outbox outbox,
            Idempotency idempotency,
            Dispatcher dispatcher,
            CurrentCaller caller,
            Clock clock) {
        this.tenant = tenant;
        this.addressing = addressing;
        this.messages = messages;
        this.tasks = tasks;
        this.conversations = conversations;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.dispatcher = dispatcher;
        this.caller = caller;
        this.clock = clock;
    }

    public Uni<AcceptedMessage> accept(SendMessageRequest request) {
        return tenant.connection(connection ->
                        idempotency.once(connection, request, AcceptedMessage.class, () -> accept(connection, request)))
                .invoke(dispatcher::wake);
    }

    private Uni<AcceptedMessage> accept(SqlConnection connection, SendMessageRequest request) {
        return addressing
                .resolve(connection, caller.get().workspaceId(), request)
                .chain(address -> store(connection, address, message(address, request)));
    }

    private Uni<AcceptedMessage> store(SqlConnection connection, Address address, Message message) {
        var accepted = new MessageAccepted(
                message.id(),
                message.conversationId(),
                message.channelId(),
                message.contactId(),
                message.type(),
                message.sentBy(),
                message.createdAt());
        return messages.insertAll(connection, message.workspaceId(), List.of(message))
                .chain(() -> tasks.insert(connection, message, address.phone()))
                .chain(() -> conversations.answered(
                        connection, message.workspaceId(), message.conversationId(), message.createdAt()))
                .chain(() -> outbox.append(connection, message.workspaceId(), 1, accepted))
                .replaceWith(new AcceptedMessage(
                        message.id(), message.status(), message.conversationId(), message.channelId()));
    }

    private Message message(Address address, SendMessageRequest request) {
        var conversation = address.conversation();
        var content = new JsonObject().put("body", request.text().body());
        if (request.text().previewUrl() != null) {
            content.put("previewUrl", request.text().previewUrl());
        }
        return new Message(
                conversation.workspaceId(),
                Ids.next(),
                conversation.id(),
                conversation.channelId(),
                conversation.contactId(),
                Direction.OUTBOUND,
                request.type(),
                content,
                null,
                "queued",
                null,
                caller.get().userId(),
                null,
                clock.instant());
    }
}
