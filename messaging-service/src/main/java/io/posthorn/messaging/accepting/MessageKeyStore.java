package io.posthorn.messaging.accepting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which messages were made under which keys. */
@ApplicationScoped
class MessageKeyStore {
    private static final String FIND = """
            select k.key, k.fingerprint, k.message_id, m.status, m.conversation_id, m.channel_id
            from message_key k join message m on m.workspace_id = k.workspace_id and m.id = k.message_id
            where k.workspace_id = $1 and k.principal = $2 and k.key = any ($3)""";
    /**
     * In the order of the keys, so that two repetitions of one request never wait for each other in a circle; the second
     * waits until the first is committed, and makes nothing.
     */
    private static final String CLAIM = """
            insert into message_key (workspace_id, principal, key, fingerprint, message_id)
            select $1, $2, u.key, u.fingerprint, u.message_id
            from unnest($3::text[], $4::text[], $5::uuid[]) as u (key, fingerprint, message_id)
            order by u.key
            on conflict do nothing
            returning message_id""";

    private static final String FORGET = """
            delete from message_key where (workspace_id, principal, key) in (
                select workspace_id, principal, key from message_key
                where created_at < now() - interval '7 days' limit 10000)""";

    /** A message that exists under a key, and the fingerprint of what asked for it. */
    record Known(String fingerprint, AcceptedMessage message) {}

    Uni<Map<String, Known>> find(SqlConnection connection, Author author, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(author.workspaceId(), author.principal(), keys.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<String, Known>();
                    rows.forEach(row -> found.put(
                            row.getString("key"),
                            new Known(
                                    row.getString("fingerprint"),
                                    new AcceptedMessage(
                                            row.getUUID("message_id"),
                                            row.getString("status"),
                                            row.getUUID("conversation_id"),
                                            row.getUUID("channel_id")))));
                    return found;
                });
    }

    /** The messages whose keys were free. */
    Uni<Set<UUID>> claim(SqlConnection connection, Author author, List<Plan> plans) {
        if (plans.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(
                        author.workspaceId(),
                        author.principal(),
                        plans.stream().map(plan -> plan.candidate().key()).toArray(String[]::new),
                        plans.stream()
                                .map(plan -> plan.candidate().fingerprint())
                                .toArray(String[]::new),
                        plans.stream().map(Plan::messageId).toArray(UUID[]::new)))
                .map(rows -> {
                    var claimed = new HashSet<UUID>();
                    rows.forEach(row -> claimed.add(row.getUUID("message_id")));
                    return claimed;
                });
    }

    /** As worker: nobody repeats a request after a week. */
    Uni<Void> forgetOld(SqlConnection connection) {
        return connection.query(FORGET).execute().replaceWithVoid();
    }
}
