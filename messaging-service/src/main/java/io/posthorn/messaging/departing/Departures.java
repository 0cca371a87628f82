package io.posthorn.messaging.departing;

import io.posthorn.kit.background.Lease;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.content.Cargo;
import io.posthorn.messaging.content.OutgoingMessages;
import io.posthorn.messaging.media.Handle;
import io.posthorn.messaging.media.ProviderMedia;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.pacing.PacingLimits;
import io.posthorn.messaging.queue.Delay;
import io.posthorn.messaging.queue.SendTask;
import io.posthorn.messaging.queue.SendTaskStore;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sorts what a lane has claimed: what may leave with all that it carries, what waits for something, what may leave no more. */
@ApplicationScoped
public class Departures {
    private static final Verdict MESSAGE_GONE = new Verdict.Never("message_gone");
    private static final Duration WHILE_ITS_REFERENCE_LEAVES = Duration.ofMillis(500);

    private final MessageStore messages;
    private final SendTaskStore tasks;
    private final DepartureRules rules;
    private final ProviderMedia media;
    private final StatusService statuses;
    private final Duration headBlocks;
    private final Clock clock;

    Departures(
            MessageStore messages,
            SendTaskStore tasks,
            DepartureRules rules,
            ProviderMedia media,
            StatusService statuses,
            @ConfigProperty(name = "posthorn.messaging.sending.head-blocks", defaultValue = "60s") Duration headBlocks,
            Clock clock) {
        this.messages = messages;
        this.tasks = tasks;
        this.rules = rules;
        this.media = media;
        this.statuses = statuses;
        this.headBlocks = headBlocks;
        this.clock = clock;
    }

    private record Sorted(
            List<Departure> ready,
            Map<UUID, Instant> waiting,
            Map<UUID, Long> heldSince,
            Map<UUID, String> held,
            Map<UUID, String> ended,
            Set<UUID> missingMedia) {
        Sorted() {
            this(
                    new ArrayList<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    new HashSet<>());
        }
    }

    public Uni<Readiness> prepare(SqlConnection connection, Channel channel, Lease lease, List<SendTask> claimed) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(Readiness.NOTHING);
        }
        var ids = claimed.stream().map(SendTask::messageId).toList();
        var recipients = claimed.stream().collect(Collectors.toMap(SendTask::messageId, SendTask::recipient));
        return messages.findAll(connection, channel.workspaceId(), ids)
                .chain(found -> rules.verdicts(connection, channel, found, recipients)
                        .chain(verdicts -> references(connection, channel, found)
                                .map(references -> sort(channel, claimed, found, verdicts, references))))
                .call(sorted -> settle(connection, channel, lease, sorted))
                .map(sorted -> new Readiness(sorted.ready(), sorted.missingMedia()));
    }

    private Uni<References> references(SqlConnection connection, Channel channel, List<Message> found) {
        var ids = found.stream()
                .flatMap(message -> OutgoingMessages.refersTo(message).stream())
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(References.NONE)
                : messages.findAll(connection, channel.workspaceId(), ids).map(References::of);
    }

    private Sorted sort(
            Channel channel,
            List<SendTask> claimed,
            List<Message> found,
            Map<UUID, Verdict> verdicts,
            References references) {
        var messageOf = found.stream().collect(Collectors.toMap(Message::id, Function.identity()));
        var sorted = new Sorted();
        for (var task : claimed) {
            sorted.heldSince().put(task.messageId(), task.heldSince());
            switch (verdicts.getOrDefault(task.messageId(), MESSAGE_GONE)) {
                case Verdict.Go go -> load(channel, task, go, messageOf.get(task.messageId()), references, sorted);
                case Verdict.Wait wait -> {
                    sorted.waiting().put(task.messageId(), wait.until());
                    sorted.held().put(task.messageId(), wait.reason());
                }
                case Verdict.Never never -> sorted.ended().put(task.messageId(), never.reason());
            }
        }
        return sorted;
    }

    /** Files first: a message whose file is not at Meta yet waits, and is not lost. */
    private void load(
            Channel channel, SendTask task, Verdict.Go go, Message message, References references, Sorted sorted) {
        var loaded = new HashMap<UUID, String>();
        if (references.mayStillCome(message)) {
            sorted.waiting().put(message.id(), clock.instant().plus(WHILE_ITS_REFERENCE_LEAVES));
        } else if (references.isMissedBy(message)) {
            sorted.ended().put(message.id(), "reaction_target_not_sent");
        }
        for (var mediaId : OutgoingMessages.media(message)) {
            switch (media.known(channel.workspaceId(), channel.id(), mediaId)) {
                case Handle.Ready ready -> loaded.put(mediaId, ready.providerMediaId());
                case Handle.Refused refused -> sorted.ended().put(message.id(), refused.reason());
                case Handle.Pending pending -> {
                    sorted.missingMedia().add(mediaId);
                    sorted.waiting().merge(message.id(), pending.lookAgainAt(), Departures::later);
                    if (pending.away()) {
                        sorted.held().put(message.id(), "media_pending");
                    }
                }
            }
        }
        if (sorted.ended().containsKey(message.id())) {
            sorted.waiting().remove(message.id());
            sorted.held().remove(message.id());
        } else if (!sorted.waiting().containsKey(message.id())) {
            sorted.ready()
                    .add(new Departure(
                            message,
                            task.turn(go.opening(), go.marketing()),
                            new Cargo(loaded, references.wamid(message)),
                            task.traceParent()));
        }
    }

    private Uni<Void> settle(SqlConnection connection, Channel channel, Lease lease, Sorted sorted) {
        return hold(connection, channel, lease, sorted).chain(() -> end(connection, channel, lease, sorted.ended()));
    }

    private Uni<Void> hold(SqlConnection connection, Channel channel, Lease lease, Sorted sorted) {
        return sorted.waiting().isEmpty()
                ? Uni.createFrom().voidItem()
                : tasks.postpone(connection, channel, lease.epoch(), delays(sorted))
                        .chain(() -> statuses.held(connection, channel.workspaceId(), sorted.held()));
    }

    private List<Delay> delays(Sorted sorted) {
        var now = clock.millis();
        return sorted.waiting().entrySet().stream()
                .map(entry -> Delay.claimed(
                        entry.getKey(),
                        Math.max(1, entry.getValue().toEpochMilli() - now),
                        PacingLimits.blocksUntil(sorted.heldSince().get(entry.getKey()), now, headBlocks.toMillis())
                                - now))
                .toList();
    }

    private Uni<Void> end(SqlConnection connection, Channel channel, Lease lease, Map<UUID, String> reasons) {
        if (reasons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.drop(connection, channel, lease.epoch(), reasons.keySet())
                .map(dropped -> dropped.stream()
                        .map(id -> StatusReport.decided(id, "failed", clock.instant(), reasons.get(id)))
                        .toList())
                .chain(reports -> statuses.report(connection, channel.workspaceId(), reports));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
