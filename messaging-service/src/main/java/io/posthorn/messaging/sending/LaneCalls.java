package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.client.SendResult;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.Ids;
import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.content.OutgoingMessages;
import io.posthorn.messaging.departing.Departure;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.media.ProviderMedia;
import io.posthorn.messaging.pacing.PortfolioReach;
import io.posthorn.messaging.pacing.Turn;
import io.posthorn.messaging.queue.MarkedAttempt;
import io.posthorn.messaging.queue.SendTaskStore;
import io.posthorn.messaging.status.StatusStore;
import io.posthorn.telemetry.logging.LogKeys;
import io.posthorn.telemetry.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What a lane does with those whose turn it is: mark and call. */
@ApplicationScoped
class LaneCalls {
    private static final Logger LOG = Logger.getLogger(LaneCalls.class);

    /**
     * @param outOfReach those that may not open a conversation now
     * @param freesIn until when in milliseconds
     */
    record Marked(List<Call> calls, List<Turn> outOfReach, long freesIn) {}

    private record Admitted(List<Departure> departures, List<Turn> outOfReach, long freesIn) {}

    private final WorkerTransaction worker;
    private final LeaseStore leases;
    private final SendTaskStore tasks;
    private final LimitStore limits;
    private final StatusStore statuses;
    private final ProviderMedia media;
    private final CloudApi meta;
    private final RequestTrace trace;

    LaneCalls(
            WorkerTransaction worker,
            LeaseStore leases,
            SendTaskStore tasks,
            LimitStore limits,
            StatusStore statuses,
            ProviderMedia media,
            CloudApi meta,
            RequestTrace trace) {
        this.worker = worker;
        this.leases = leases;
        this.tasks = tasks;
        this.limits = limits;
        this.statuses = statuses;
        this.media = media;
        this.meta = meta;
        this.trace = trace;
    }

    /** Commits the calling marks of what leaves now; only what comes back may be called. */
    Uni<Marked> mark(Channel channel, Lease lease, List<Departure> next, int messagingLimit) {
        return worker.connection(channel.workspaceId(), connection -> leases.check(connection, lease)
                .chain(ours -> ours
                        ? admit(connection, channel, next, messagingLimit)
                        : Uni.createFrom().item(new Admitted(List.of(), List.of(), 0)))
                .chain(admitted -> mark(connection, channel, lease, admitted)));
    }

    /** As a part of the trace of whoever asked for the message. */
    Uni<SendResult> send(Channel channel, Credentials credentials, Call call) {
        return trace.apart(
                "Meta send", Span.Kind.CLIENT, call.traceParent(), () -> callMeta(channel, credentials, call));
    }

    private Uni<SendResult> callMeta(Channel channel, Credentials credentials, Call call) {
        LogKeys.WORKSPACE.put(channel.workspaceId());
        LOG.debugf("Meta is called for message %s, attempt %s", call.message().id(), call.attemptId());
        return Uni.createFrom()
                .item(() -> OutgoingMessages.of(call.message(), call.recipient(), call.attemptId(), call.cargo()))
                .onFailure(IllegalArgumentException.class)
                .transform(broken -> CloudApiException.unsendable(broken.getMessage()))
                .chain(message -> meta.send(credentials, channel.phoneNumberId(), message));
    }

    /** Has a file uploaded for this channel; never fails. */
    Uni<Void> fetch(Channel channel, UUID mediaId) {
        return media.fetch(channel.workspaceId(), channel.id(), mediaId);
    }

    private Uni<Admitted> admit(SqlConnection connection, Channel channel, List<Departure> next, int messagingLimit) {
        var opening = next.stream()
                .map(Departure::turn)
                .filter(Turn::opening)
                .map(Turn::recipient)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (messagingLimit == PortfolioReach.UNLIMITED || opening.isEmpty()) {
            return Uni.createFrom().item(new Admitted(next, List.of(), 0));
        }
        return limits.reached(connection, channel, opening).chain(reached -> {
            var admitted = PortfolioReach.admitted(messagingLimit, reached.people(), reached.known(), opening);
            return limits.reach(connection, channel, admitted).replaceWith(sorted(next, admitted, reached.freesIn()));
        });
    }

    private static Admitted sorted(List<Departure> next, Collection<String> admitted, Long freesIn) {
        var byReach = next.stream()
                .collect(
                        Collectors.partitioningBy(departure -> !departure.turn().opening()
                                || admitted.contains(departure.turn().recipient())));
        return new Admitted(
                byReach.get(true),
                byReach.get(false).stream().map(Departure::turn).toList(),
                freesIn == null ? PortfolioReach.DAY : freesIn);
    }

    private Uni<Marked> mark(SqlConnection connection, Channel channel, Lease lease, Admitted admitted) {
        if (admitted.departures().isEmpty()) {
            return Uni.createFrom().item(new Marked(List.of(), admitted.outOfReach(), admitted.freesIn()));
        }
        var wanted = admitted.departures().stream()
                .map(departure ->
                        new MarkedAttempt(Ids.next(), departure.message().id(), 0))
                .toList();
        return tasks.calling(connection, channel, lease.epoch(), wanted)
                .call(marked -> statuses.sending(
                        connection,
                        channel.workspaceId(),
                        marked.stream().map(MarkedAttempt::messageId).toList()))
                .map(marked ->
                        new Marked(calls(admitted.departures(), marked), admitted.outOfReach(), admitted.freesIn()));
    }

    private static List<Call> calls(List<Departure> next, List<MarkedAttempt> marked) {
        var byMessage = next.stream()
                .collect(Collectors.toMap(departure -> departure.message().id(), Function.identity()));
        return marked.stream()
                .map(attempt -> {
                    var departure = byMessage.get(attempt.messageId());
                    return new Call(
                            attempt.id(),
                            departure.turn(),
                            departure.message(),
                            departure.cargo(),
                            departure.traceParent());
                })
                .toList();
    }
}
