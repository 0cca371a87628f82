package io.posthorn.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.contracts.EventType;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.kit.Ids;
import io.posthorn.kit.http.RequestTrace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Appends events in the transaction that changed the data, in either form. */
@ApplicationScoped
public class Outbox {
    /** One statement and one round trip serve any number. */
    private static final String APPEND_ALL = """
            insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
            select e.event_id, e.workspace_id, e.topic, e.key, e.type, e.version, e.payload::jsonb, $8
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::text[]) with ordinality
                as e (event_id, workspace_id, topic, key, type, version, payload, position)
            order by e.position""";

    /** Told that a parameter is JSON, the driver would write our text as a JSON string. */
    private static final String APPEND_ONE = """
            insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
            values (cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as uuid), ?5, ?6, cast(cast(?7 as text) as jsonb), ?8)""";

    private final ObjectMapper json;
    private final RequestTrace trace;
    private final RelayWakeUp relay;

    Outbox(ObjectMapper json, RequestTrace trace, RelayWakeUp relay) {
        this.json = json;
        this.trace = trace;
        this.relay = relay;
    }

    /** For Stores: appends within the connection's transaction. */
    public Uni<Void> append(SqlConnection connection, Collection<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var types = events.stream().map(event -> EventType.of(event.event())).toList();
        return connection
                .preparedQuery(APPEND_ALL)
                .execute(Tuple.of(
                                column(events, event -> Ids.next(), UUID[]::new),
                                column(events, OutboxEvent::workspaceId, UUID[]::new),
                                column(types, EventType::topic, String[]::new),
                                column(events, event -> event.event().key(), UUID[]::new),
                                column(types, EventType::type, String[]::new),
                                column(events, OutboxEvent::version, Long[]::new))
                        .addArrayOfString(column(events, event -> payload(event.event()), String[]::new))
                        .addString(trace.parent()))
                .invoke(relay::soon)
                .replaceWithVoid();
    }

    /** For Stores: one event. */
    public Uni<Void> append(SqlConnection connection, UUID workspaceId, long version, PosthornEvent event) {
        return append(connection, List.of(new OutboxEvent(workspaceId, version, event)));
    }

    /** For Panache: appends within the current session's transaction, after what the session has to write. */
    public Uni<Void> append(UUID workspaceId, long version, PosthornEvent event) {
        var type = EventType.of(event);
        var payload = payload(event);
        var parent = trace.parent();
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(APPEND_ONE)
                        .setParameter(1, Ids.next().toString())
                        .setParameter(2, workspaceId.toString())
                        .setParameter(3, type.topic())
                        .setParameter(4, event.key().toString())
                        .setParameter(5, type.type())
                        .setParameter(6, version)
                        .setParameter(7, payload)
                        .setParameter(8, parent)
                        .executeUpdate())
                .invoke(relay::soon)
                .replaceWithVoid();
    }

    private static <T, C> C[] column(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private String payload(PosthornEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Event record cannot be written: " + event.getClass(), unwritable);
        }
    }
}
