package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.client.Credentials;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.rule.InvalidMessageException;
import io.posthorn.kit.Ids;
import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.media.ProviderMedia;
import io.posthorn.messaging.message.StatusStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of a lane: take over, claim, mark, call. */
@ApplicationScoped
class LaneWork {
    private final WorkerTransaction worker;
    private final LeaseStore leases;
    private final SendTaskStore tasks;
    private final StatusStore statuses;
    private final Departures departures;
    private final ProviderMedia media;
    private final CallResults results;
    private final CloudApi meta;

    LaneWork(
            WorkerTransaction worker,
            LeaseStore leases,
            SendTaskStore tasks,
            StatusStore statuses,
            Departures departures,
            ProviderMedia media,
            CallResults results,
            CloudApi meta) {
        this.worker = worker;
        this.leases = leases;
        this.tasks = tasks;
        this.statuses = statuses;
        this.departures = departures;
        this.media = media;
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

    /** Claims and sorts in one transaction, so that nothing stays claimed that this process does not know of. */
    Uni<Readiness> claim(Channel channel, Lease lease, int limit) {
        return inWorkspace(channel, connection -> leases.check(connection, lease)
                .chain(ours -> ours
                        ? tasks.claim(connection, channel.id(), lease.epoch(), limit)
                        : Uni.createFrom().item(List.<SendTask>of()))
                .chain(claimed -> departures.prepare(connection, channel, lease, claimed)));
    }

    Uni<Void> giveBack(Channel channel, Lease lease) {
        return inWorkspace(channel, connection -> tasks.giveBack(connection, channel.id(), lease.epoch()));
    }

    /** Has a file uploaded for this channel; never fails. */
    Uni<Void> fetch(Channel channel, UUID mediaId) {
        return media.fetch(channel.workspaceId(), channel.id(), mediaId);
    }

    /** Commits the calling marks of what leaves now; only what comes back may be called. */
    Uni<List<Call>> mark(Channel channel, Lease lease, List<Departure> next) {
        var wanted = next.stream()
                .map(departure ->
                        new MarkedAttempt(Ids.next(), departure.message().id(), 0))
                .toList();
        return inWorkspace(channel, connection -> leases.check(connection, lease)
                .chain(ours -> ours
                        ? tasks.calling(connection, channel.workspaceId(), channel.id(), lease.epoch(), wanted)
                        : Uni.createFrom().item(List.<MarkedAttempt>of()))
                .call(marked -> statuses.sending(
                        connection,
                        channel.workspaceId(),
                        marked.stream().map(MarkedAttempt::messageId).toList()))
                .map(marked -> calls(next, marked)));
    }

    /** One call to Meta and the record of what it came to. */
    Uni<Void> call(Channel channel, Credentials credentials, Call call) {
        return Uni.createFrom()
                .item(() -> OutgoingMessages.of(call))
                .onFailure(InvalidMessageException.class)
                .transform(broken -> CloudApiException.unsendable(broken.getMessage()))
                .chain(message -> meta.send(credentials, channel.phoneNumberId(), message))
                .chain(result -> results.accepted(call, result))
                .onFailure(CloudApiException.class)
                .recoverWithUni(failure -> results.failed(call, (CloudApiException) failure));
    }

    private static List<Call> calls(List<Departure> next, List<MarkedAttempt> marked) {
        var byMessage = next.stream()
                .collect(Collectors.toMap(departure -> departure.message().id(), Function.identity()));
        return marked.stream()
                .map(attempt -> {
                    var departure = byMessage.get(attempt.messageId());
                    return new Call(
                            attempt.id(),
                            attempt.number(),
                            departure.recipient(),
                            departure.message(),
                            departure.providerMedia());
                })
                .toList();
    }

    private <T> Uni<T> inWorkspace(Channel channel, Function<SqlConnection, Uni<T>> work) {
        return worker.connection(channel.workspaceId(), work);
    }
}
