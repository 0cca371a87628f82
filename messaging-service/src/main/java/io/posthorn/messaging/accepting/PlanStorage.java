package io.posthorn.messaging.accepting;

import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.NewMessage;
import io.posthorn.messaging.queue.NewTask;
import io.posthorn.messaging.queue.QueueStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores plans as messages with their tasks and events. */
@ApplicationScoped
class PlanStorage {
    private final Strangers strangers;
    private final MessageStore messages;
    private final QueueStore queue;
    private final ConversationStore conversations;
    private final Outbox outbox;
    private final RequestTrace trace;
    private final Clock clock;

    PlanStorage(
            Strangers strangers,
            MessageStore messages,
            QueueStore queue,
            ConversationStore conversations,
            Outbox outbox,
            RequestTrace trace,
            Clock clock) {
        this.strangers = strangers;
        this.messages = messages;
        this.queue = queue;
        this.conversations = conversations;
        this.outbox = outbox;
        this.trace = trace;
        this.clock = clock;
    }

    /** The plans as they were stored: strangers have their conversations now. */
    Uni<List<Plan>> store(SqlConnection connection, Author author, List<Plan> plans) {
        return plans.isEmpty()
                ? Uni.createFrom().item(plans)
                : strangers
                        .welcome(connection, author.workspaceId(), plans)
                        .call(welcomed -> insert(connection, author, welcomed));
    }

    private Uni<Void> insert(SqlConnection connection, Author author, List<Plan> plans) {
        var now = clock.instant();
        var workspace = author.workspaceId();
        var rows = plans.stream().map(plan -> message(author, plan)).toList();
        return messages.insertAll(connection, workspace, rows)
                .chain(() -> queue.insertAll(
                        connection,
                        workspace,
                        plans.stream().map(plan -> task(plan, now)).toList(),
                        trace.parent()))
                .chain(() -> answered(connection, workspace, plans, now))
                .chain(() -> outbox.append(
                        connection,
                        rows.stream().map(row -> event(workspace, row, now)).toList()));
    }

    /** A scheduled message moves its conversation up when it leaves. */
    private Uni<Void> answered(SqlConnection connection, UUID workspaceId, List<Plan> plans, Instant now) {
        var ids = plans.stream()
                .filter(plan -> plan.sendAt() == null)
                .map(plan -> plan.recipient().conversationId())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Uni.createFrom().voidItem() : conversations.answered(connection, workspaceId, ids, now);
    }

    private static NewTask task(Plan plan, Instant now) {
        var ttl = plan.candidate().draft().ttl();
        var leaves = plan.sendAt() == null ? now : plan.sendAt();
        return new NewTask(
                plan.messageId(),
                plan.recipient().channelId(),
                plan.recipient().address(),
                plan.sendAt(),
                ttl == null ? null : leaves.plusSeconds(ttl));
    }

    private static NewMessage message(Author author, Plan plan) {
        var draft = plan.candidate().draft();
        return new NewMessage(
                plan.messageId(),
                plan.recipient().conversationId(),
                plan.recipient().channelId(),
                plan.recipient().contactId(),
                Direction.OUTBOUND,
                draft.content().type(),
                plan.content(),
                null,
                plan.status(),
                author.userId(),
                plan.sendAt(),
                plan.replyTo(),
                draft.callbackData(),
                null,
                false);
    }

    private static OutboxEvent event(UUID workspaceId, NewMessage message, Instant now) {
        return new OutboxEvent(
                workspaceId,
                1,
                new MessageAccepted(
                        message.id(),
                        message.conversationId(),
                        message.channelId(),
                        message.contactId(),
                        message.type(),
                        message.sentBy(),
                        now));
    }
}
