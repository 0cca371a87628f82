package io.posthorn.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.contracts.EventType;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.kit.Ids;
import io.posthorn.kit.http.RequestTrace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Appends events in the transaction that changed the data, in either form; both run the same statement. */
@ApplicationScoped
public class Outbox {
    /** One parameter holds all events, so that one statement and one round trip serve any number. */
    private static final String APPEND = """
            insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
            select e.event_id, e.workspace_id, e.topic, e.key, e.type, e.version, e.payload, e.trace_parent
            from jsonb_to_recordset(%s::jsonb) as e(
                event_id uuid, workspace_id uuid, topic text, key uuid, type text, version bigint, payload jsonb,
                trace_parent text, position int)
            order by e.position""";

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
        return connection
                .preparedQuery(APPEND.formatted("$1"))
                .execute(Tuple.of(rows(events)))
                .invoke(relay::soon)
                .replaceWithVoid();
    }

    /** For Stores: one event. */
    public Uni<Void> append(SqlConnection connection, UUID workspaceId, long version, PosthornEvent event) {
        return append(connection, List.of(new OutboxEvent(workspaceId, version, event)));
    }

    /** For Panache: appends within the current session's transaction, after what the session has to write. */
    public Uni<Void> append(UUID workspaceId, long version, PosthornEvent event) {
        var rows = rows(List.of(new OutboxEvent(workspaceId, version, event))).encode();
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(APPEND.formatted("cast(?1 as text)"))
                        .setParameter(1, rows)
                        .executeUpdate())
                .invoke(relay::soon)
                .replaceWithVoid();
    }

    private JsonArray rows(Collection<OutboxEvent> events) {
        var parent = trace.parent();
        var rows = new JsonArray();
        events.forEach(event -> rows.add(row(event, parent).put("position", rows.size())));
        return rows;
    }

    private JsonObject row(OutboxEvent outgoing, String traceParent) {
        var type = EventType.of(outgoing.event());
        return new JsonObject()
                .put("event_id", Ids.next().toString())
                .put("workspace_id", outgoing.workspaceId().toString())
                .put("topic", type.topic())
                .put("key", outgoing.event().key().toString())
                .put("type", type.type())
                .put("version", outgoing.version())
                .put("payload", payload(outgoing.event()))
                .put("trace_parent", traceParent);
    }

    private JsonObject payload(PosthornEvent event) {
        try {
            return new JsonObject(json.writeValueAsString(event));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Event record cannot be written: " + event.getClass(), unwritable);
        }
    }
}
