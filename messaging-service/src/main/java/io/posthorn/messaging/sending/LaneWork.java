package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.client.Credentials;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.message.OutgoingText;
import io.posthorn.kit.Ids;
import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.StatusStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of a lane: take over, claim, mark, call. */
@ApplicationScoped
class LaneWork {
    private final WorkerTransaction worker;
    private final LeaseStore leases;
    private final SendTaskStore tasks;
    private final StatusStore statuses;
    private final MessageStore messages;
    private final CallResults results;
    private final CloudApi meta;

    LaneWork(
            WorkerTransaction worker,
            LeaseStore leases,
            SendTaskStore tasks,
            StatusStore statuses,
            MessageStore messages,
            CallResults results,
            CloudApi meta) {
        this.worker = worker;
        this.leases = leases;
        this.tasks = tasks;
        this.statuses = statuses;
        this.messages = messages;
        this.results = results;
        this.meta = meta;
    }

    Uni<Void> takeOver(Channel channel, Lease lease) {
        return inWorkspace(channel, connection -> tasks.reclaim(connection, channel.id(), lease.epoch()))
                .replaceWithVoid();
    }

    Uni<Void> settleOverdue(Channel channel) {
        return inWorkspace(
                channel, connection -> results.settleOverdue(connection, channel.workspaceId(), channel.id()));
    }

    Uni<List<SendTask>> claim(Channel channel, Lease lease, int limit) {
        return inWorkspace(channel, connection -> leases.check(connection, lease)
                .chain(ours -> ours
                        ? tasks.claim(connection, channel.id(), lease.epoch(), limit)
                        : Uni.createFrom().item(List.<SendTask>of())));
    }

    Uni<Void> giveBack(Channel channel, Lease lease) {
        return inWorkspace(channel, connection -> tasks.giveBack(connection, channel.id(), lease.epoch()));
    }

    /** Commits the calling marks of what leaves now; only what comes back may be called. */
    Uni<List<Call>> mark(Channel channel, Lease lease, List<SendTask> next) {
        var wanted = next.stream()
                .map(task -> new MarkedAttempt(Ids.next(), task.messageId(), 0))
                .toList();
        return inWorkspace(channel, connection -> leases.check(connection, lease)
                .chain(ours -> ours
                        ? tasks.calling(connection, channel.workspaceId(), channel.id(), lease.epoch(), wanted)
                        : Uni.createFrom().item(List.<MarkedAttempt>of()))
                .call(marked -> statuses.sending(
                        connection,
                        channel.workspaceId(),
                        marked.stream().map(MarkedAttempt::messageId).toList()))
                .chain(marked -> calls(connection, channel, next, marked)));
    }

    /** One call to Meta and the record of what it came to. */
    Uni<Void> call(Channel channel, Credentials credentials, Call call) {
        var content = call.message().content();
        var text = new OutgoingText(
                "+" + call.recipient(),
                content.getString("body"),
                content.getBoolean("previewUrl", false),
                Optional.empty(),
                Optional.of(call.attemptId().toString()));
        return meta.send(credentials, channel.phoneNumberId(), text)
                .chain(result -> results.accepted(call, result))
                .onFailure(CloudApiException.class)
                .recoverWithUni(failure -> results.failed(call, (CloudApiException) failure));
    }

    private Uni<List<Call>> calls(
            SqlConnection connection, Channel channel, List<SendTask> next, List<MarkedAttempt> marked) {
        var ids = marked.stream().map(MarkedAttempt::messageId).toList();
        return messages.findAll(connection, channel.workspaceId(), ids).map(found -> {
            var messageOf = found.stream().collect(Collectors.toMap(Message::id, Function.identity()));
            var recipientOf = next.stream().collect(Collectors.toMap(SendTask::messageId, SendTask::recipient));
            return marked.stream()
                    .map(attempt -> new Call(
                            attempt.id(),
                            attempt.number(),
                            recipientOf.get(attempt.messageId()),
                            messageOf.get(attempt.messageId())))
                    .toList();
        });
    }

    private <T> Uni<T> inWorkspace(Channel channel, Function<SqlConnection, Uni<T>> work) {
        return worker.connection(channel.workspaceId(), work);
    }
}
