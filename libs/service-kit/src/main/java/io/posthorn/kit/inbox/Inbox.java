package io.posthorn.kit.inbox;

import io.posthorn.kit.event.EventReader;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.problem.Unavailable;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.telemetry.logging.LogKeys;
import io.posthorn.telemetry.trace.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives each event to a consumer's effect once. The event's id is recorded in the effect's own transaction: either both are
 * there or neither, so a redelivered event is recognised whatever happened in between.
 */
@ApplicationScoped
public class Inbox {
    private static final String RECORD = """
            insert into inbox (workspace_id, consumer, event_id) values ($1, $2, $3)
            on conflict do nothing""";

    private static final String RECORD_ALL = """
            insert into inbox (workspace_id, consumer, event_id)
            select $1, $2, id from unnest($3::uuid[]) as e (id)
            on conflict do nothing returning event_id""";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventReader reader;
    private final TenantTransaction tenant;
    private final RequestTrace trace;
    private final InboxMeters meters;

    Inbox(EventReader reader, TenantTransaction tenant, RequestTrace trace, InboxMeters meters) {
        this.reader = reader;
        this.tenant = tenant;
        this.trace = trace;
        this.meters = meters;
    }

    /**
     * Runs the effect in the event's workspace, unless this consumer has had the event before. A record that cannot be read
     * fails at once; a database that is away is waited for; any other failure is tried three times more.
     */
    public Uni<Void> once(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            BiFunction<SqlConnection, IncomingEvent, Uni<Void>> effect) {
        return once(consumer, record, event -> true, effect);
    }

    /** As above; an event that is not wanted costs no transaction, and its id is not kept. */
    public Uni<Void> once(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            Predicate<IncomingEvent> wanted,
            BiFunction<SqlConnection, IncomingEvent, Uni<Void>> effect) {
        return Uni.createFrom()
                .deferred(() -> reader.read(record)
                        .filter(wanted)
                        .map(event -> once(consumer, event, effect))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(() -> meters.failed(consumer))
                .onFailure(Inbox::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(3)
                .onFailure(Unavailable::is)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /**
     * Many records at a time: those of one workspace share a transaction, in which the effect gets them in their order. Where that
     * fails, each of them is tried for itself, so that one that cannot be digested spoils no other.
     *
     * @param each what {@link #once} would run for one of them
     * @param broken is told of every record that cannot be digested, and why; they count as handled when it is done
     */
    public Uni<Void> all(
            String consumer,
            List<ConsumerRecord<String, byte[]>> records,
            BiFunction<SqlConnection, List<IncomingEvent>, Uni<Void>> effect,
            BiFunction<SqlConnection, IncomingEvent, Uni<Void>> each,
            BiFunction<ConsumerRecord<String, byte[]>, Throwable, Uni<Void>> broken) {
        return Uni.createFrom()
                .deferred(() -> together(consumer, records, effect))
                .onFailure()
                .recoverWithUni(failure -> Multi.createFrom()
                        .iterable(records)
                        .onItem()
                        .transformToUniAndConcatenate(record -> once(consumer, record, each)
                                .onFailure()
                                .recoverWithUni(reason -> broken.apply(record, reason)))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> together(
            String consumer,
            List<ConsumerRecord<String, byte[]>> records,
            BiFunction<SqlConnection, List<IncomingEvent>, Uni<Void>> effect) {
        var byWorkspace = new LinkedHashMap<UUID, Map<UUID, IncomingEvent>>();
        records.forEach(record -> reader.read(record).ifPresent(event -> byWorkspace
                .computeIfAbsent(event.workspaceId(), workspace -> new LinkedHashMap<>())
                .putIfAbsent(event.id(), event)));
        return Multi.createFrom()
                .iterable(byWorkspace.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> together(consumer, entry.getKey(), entry.getValue(), effect))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> together(
            String consumer,
            UUID workspaceId,
            Map<UUID, IncomingEvent> events,
            BiFunction<SqlConnection, List<IncomingEvent>, Uni<Void>> effect) {
        var parents = events.values().stream()
                .map(IncomingEvent::traceParent)
                .distinct()
                .toList();
        var span = trace.begin(
                        consumer + " events",
                        Span.Kind.CONSUMER,
                        parents.getFirst(),
                        parents.subList(1, parents.size()))
                .note("messaging.batch.message_count", events.size());
        LogKeys.WORKSPACE.put(workspaceId);
        return trace.during(span, () -> storeAll(consumer, workspaceId, events, effect));
    }

    private Uni<Void> storeAll(
            String consumer,
            UUID workspaceId,
            Map<UUID, IncomingEvent> events,
            BiFunction<SqlConnection, List<IncomingEvent>, Uni<Void>> effect) {
        return tenant.connection(workspaceId, connection -> connection
                        .preparedQuery(RECORD_ALL)
                        .execute(Tuple.of(workspaceId, consumer, events.keySet().toArray(UUID[]::new)))
                        .map(Inbox::ids)
                        .call(fresh -> fresh.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : effect.apply(
                                        connection,
                                        events.values().stream()
                                                .filter(event -> fresh.contains(event.id()))
                                                .toList())))
                .invoke(fresh -> events.forEach((id, event) -> meters.handled(consumer, event, fresh.contains(id))))
                .replaceWithVoid();
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        var ids = new HashSet<UUID>();
        rows.forEach(row -> ids.add(row.getUUID("event_id")));
        return ids;
    }

    /** Not an unreadable record, which stays unreadable; a store that is away has its own, longer patience. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof IllegalArgumentException) && !Unavailable.is(failure);
    }

    private Uni<Void> once(
            String consumer, IncomingEvent event, BiFunction<SqlConnection, IncomingEvent, Uni<Void>> effect) {
        var span = trace.begin(consumer + " " + event.type(), Span.Kind.CONSUMER, event.traceParent());
        LogKeys.WORKSPACE.put(event.workspaceId());
        return trace.during(span, () -> store(consumer, event, effect));
    }

    private Uni<Void> store(
            String consumer, IncomingEvent event, BiFunction<SqlConnection, IncomingEvent, Uni<Void>> effect) {
        return tenant.connection(event.workspaceId(), connection -> connection
                        .preparedQuery(RECORD)
                        .execute(Tuple.of(event.workspaceId(), consumer, event.id()))
                        .map(recorded -> recorded.rowCount() > 0)
                        .chain(isNew -> (isNew
                                        ? effect.apply(connection, event)
                                        : Uni.createFrom().voidItem())
                                .replaceWith(isNew)))
                .invoke(isNew -> meters.handled(consumer, event, isNew))
                .replaceWithVoid();
    }
}
