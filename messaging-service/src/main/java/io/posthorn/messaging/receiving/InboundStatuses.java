package io.posthorn.messaging.receiving;

import io.posthorn.cloudapi.webhook.DeliveryError;
import io.posthorn.cloudapi.webhook.StatusUpdate;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.queue.AttemptStore;
import io.posthorn.messaging.splitting.RoutedStatus;
import io.posthorn.messaging.status.ParkedStatusStore;
import io.posthorn.messaging.status.ParkedStatusStore.Parked;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.posthorn.messaging.words.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores what became of our messages. The callback data names the attempt, so a status is understood even when it is faster
 * than the answer to our call, or when that answer never came: it is the proof that Meta accepted.
 */
@ApplicationScoped
class InboundStatuses {
    private static final int MARKETING_LIMIT = 131049;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final AttemptStore attempts;
    private final MessageStore messages;
    private final StatusService statuses;
    private final ParkedStatusStore parked;
    private final LimitStore limits;
    private final Clock clock;

    InboundStatuses(
            AttemptStore attempts,
            MessageStore messages,
            StatusService statuses,
            ParkedStatusStore parked,
            LimitStore limits,
            Clock clock) {
        this.attempts = attempts;
        this.messages = messages;
        this.statuses = statuses;
        this.parked = parked;
        this.limits = limits;
        this.clock = clock;
    }

    Uni<Void> store(SqlConnection connection, UUID workspaceId, List<RoutedStatus> routed) {
        if (routed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var channels = routed.stream().map(one -> one.channel().id()).distinct().toList();
        var named = routed.stream()
                .flatMap(one -> attemptId(one).stream())
                .distinct()
                .toList();
        return attempts.find(connection, workspaceId, named, channels)
                .chain(byAttempt -> messages.lookUp(connection, workspaceId, wamids(routed))
                        .chain(byWamid -> store(connection, workspaceId, sort(routed, byAttempt, byWamid))));
    }

    /** What was parked and has found its message meanwhile. */
    Uni<Void> unpark(SqlConnection connection, UUID workspaceId) {
        return parked.unpark(connection, workspaceId)
                .chain(reports -> statuses.report(connection, workspaceId, reports));
    }

    private Uni<Void> store(SqlConnection connection, UUID workspaceId, Sorted sorted) {
        return proveAccepted(connection, workspaceId, sorted.proofs())
                .chain(() -> statuses.report(connection, workspaceId, sorted.reports()))
                .chain(() -> limits.pauseMarketing(connection, workspaceId, tooMuchMarketing(sorted), A_DAY))
                .chain(() -> parked.park(connection, workspaceId, sorted.unknown()));
    }

    private static Set<String> tooMuchMarketing(Sorted sorted) {
        return sorted.reports().stream()
                .filter(report -> report.errorCode() != null && report.errorCode() == MARKETING_LIMIT)
                .map(StatusReport::recipient)
                .filter(recipient -> !recipient.isEmpty())
                .collect(Collectors.toSet());
    }

    private Uni<Void> proveAccepted(SqlConnection connection, UUID workspaceId, List<ProviderId> proofs) {
        return proofs.isEmpty()
                ? Uni.createFrom().voidItem()
                : attempts.accepted(connection, workspaceId, proofs)
                        .chain(() -> messages.register(connection, workspaceId, proofs))
                        .chain(() -> messages.setWamids(connection, workspaceId, proofs));
    }

    private record Sorted(List<StatusReport> reports, List<ProviderId> proofs, List<Parked> unknown) {}

    private Sorted sort(List<RoutedStatus> routed, List<ProviderId> byAttempt, List<ProviderId> byWamid) {
        var attemptsById = new HashMap<UUID, ProviderId>();
        byAttempt.forEach(known -> attemptsById.putIfAbsent(known.attemptId(), known));
        var sentByWamid = new HashMap<Wamid, ProviderId>();
        byWamid.stream()
                .filter(known -> known.attemptId() != null)
                .forEach(known -> sentByWamid.put(new Wamid(known.channelId(), known.wamid()), known));
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var proven = new HashSet<UUID>();
        for (var one : routed) {
            var wamid = new Wamid(one.channel().id(), one.status().id());
            var named = attemptId(one).map(attemptsById::get);
            named.filter(id -> proven.add(id.attemptId())).ifPresent(id -> sorted.proofs()
                    .add(new ProviderId(wamid.channelId(), wamid.id(), id.messageId(), id.attemptId())));
            named.or(() -> Optional.ofNullable(sentByWamid.get(wamid)))
                    .ifPresentOrElse(
                            id -> sorted.reports().add(report(one.status(), id.messageId(), id.attemptId())),
                            () -> sorted.unknown()
                                    .add(new Parked(wamid.channelId(), wamid.id(), report(one.status(), null, null))));
        }
        return sorted;
    }

    private record Wamid(UUID channelId, String id) {}

    private StatusReport report(StatusUpdate status, UUID messageId, UUID attemptId) {
        var error = status.errors().stream().findFirst();
        return new StatusReport(
                messageId,
                attemptId,
                Storable.text(status.status()),
                Storable.text(status.participant()
                        .or(status::recipientId)
                        .or(status::recipientUserId)
                        .orElse("")),
                Storable.time(status.timestamp(), clock.instant()),
                error.map(DeliveryError::code).orElse(null),
                error.map(DeliveryError::title).map(Storable::text).orElse(null));
    }

    private static Optional<UUID> attemptId(RoutedStatus one) {
        try {
            return one.status()
                    .callbackData()
                    .filter(data -> data.length() == 36)
                    .map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static List<ProviderId> wamids(List<RoutedStatus> routed) {
        return routed.stream()
                .map(one -> new ProviderId(one.channel().id(), one.status().id(), null, null))
                .distinct()
                .toList();
    }
}
