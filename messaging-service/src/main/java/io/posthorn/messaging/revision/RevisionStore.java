package io.posthorn.messaging.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** All revisions, and the reactions that follow from them. */
@ApplicationScoped
public class RevisionStore {
    private static final String NOTE = """
            insert into message_revision
                (workspace_id, channel_id, wamid, kind, target, message_id, actor, content, raw, provider_at)
            select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::jsonb[],
                                     $9::jsonb[], $10::timestamptz[])
            on conflict do nothing
            returning message_id""";
    /** What nobody claimed in a week stays, but is looked for no more. */
    private static final String MATCH = """
            update message_revision r set message_id = p.message_id
            from provider_message p
            where r.workspace_id = $1 and r.message_id is null and r.noted_at > now() - interval '7 days'
              and p.channel_id = r.channel_id and p.wamid = r.target and p.workspace_id = $1
            returning r.message_id""";

    private static final String PARKED = """
            select distinct workspace_id from message_revision
            where message_id is null and noted_at > now() - interval '7 days'""";
    private static final String OF_MESSAGES = """
            select channel_id, wamid, kind, target, message_id, actor, content, provider_at from message_revision
            where workspace_id = $1 and message_id = any ($2)""";
    private static final String REACTIONS = """
            select message_id, actor, emoji, reacted_at from message_reaction
            where workspace_id = $1 and message_id = any ($2) order by reacted_at, actor""";
    private static final String FORGET_REACTIONS =
            "delete from message_reaction where workspace_id = $1 and message_id = any ($2)";
    private static final String KEEP_REACTIONS = """
            insert into message_reaction (workspace_id, message_id, actor, emoji, reacted_at)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[])""";
    private static final String MOVE = """
            update message_revision set actor = $3 where workspace_id = $1 and actor = $2 returning message_id""";

    /** The known messages to which something new was done. */
    public Uni<Set<UUID>> note(SqlConnection connection, UUID workspaceId, List<Revision> revisions) {
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        column(revisions, Revision::channelId, UUID[]::new),
                        column(revisions, Revision::wamid, String[]::new),
                        column(revisions, revision -> revision.kind().word(), String[]::new),
                        column(revisions, Revision::target, String[]::new),
                        column(revisions, Revision::messageId, UUID[]::new),
                        column(revisions, Revision::actor, UUID[]::new),
                        column(revisions, Revision::content, JsonObject[]::new),
                        column(revisions, Revision::raw, JsonObject[]::new),
                        column(revisions, revision -> revision.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))))
                .map(RevisionStore::messageIds);
    }

    /** The messages that parked revisions have found. */
    public Uni<Set<UUID>> match(SqlConnection connection, UUID workspaceId) {
        return connection.preparedQuery(MATCH).execute(Tuple.of(workspaceId)).map(RevisionStore::messageIds);
    }

    /** As worker: the workspaces that have something parked. */
    public Uni<List<UUID>> workspaces(SqlConnection connection) {
        return connection.query(PARKED).execute().map(rows -> {
            var found = new ArrayList<UUID>();
            rows.forEach(row -> found.add(row.getUUID("workspace_id")));
            return found;
        });
    }

    /** Without their raw form. */
    public Uni<List<Revision>> ofMessages(SqlConnection connection, UUID workspaceId, Collection<UUID> messageIds) {
        return connection
                .preparedQuery(OF_MESSAGES)
                .execute(Tuple.of(workspaceId, messageIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var found = new ArrayList<Revision>();
                    rows.forEach(row -> found.add(revision(row)));
                    found.sort(Revision.OLDEST_FIRST);
                    return found;
                });
    }

    public Uni<List<Reaction>> reactions(SqlConnection connection, UUID workspaceId, Collection<UUID> messageIds) {
        return connection
                .preparedQuery(REACTIONS)
                .execute(Tuple.of(workspaceId, messageIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var found = new ArrayList<Reaction>();
                    rows.forEach(row -> found.add(new Reaction(
                            row.getUUID("message_id"),
                            row.getUUID("actor"),
                            row.getString("emoji"),
                            row.getOffsetDateTime("reacted_at").toInstant())));
                    return found;
                });
    }

    /** From now on these are the reactions to these messages. */
    public Uni<Void> setReactions(
            SqlConnection connection, UUID workspaceId, Collection<UUID> messageIds, List<Reaction> reactions) {
        return connection
                .preparedQuery(FORGET_REACTIONS)
                .execute(Tuple.of(workspaceId, messageIds.toArray(UUID[]::new)))
                .chain(() -> connection
                        .preparedQuery(KEEP_REACTIONS)
                        .execute(Tuple.of(
                                workspaceId,
                                column(reactions, Reaction::messageId, UUID[]::new),
                                column(reactions, Reaction::actor, UUID[]::new),
                                column(reactions, Reaction::emoji, String[]::new),
                                column(
                                        reactions,
                                        reaction -> reaction.at().atOffset(ZoneOffset.UTC),
                                        OffsetDateTime[]::new))))
                .replaceWithVoid();
    }

    /** What one contact did was done by another; answers the messages concerned. */
    public Uni<Set<UUID>> move(SqlConnection connection, UUID workspaceId, UUID from, UUID to) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(workspaceId, from, to))
                .map(RevisionStore::messageIds);
    }

    private static Revision revision(Row row) {
        return new Revision(
                row.getUUID("channel_id"),
                row.getString("wamid"),
                Revision.Kind.of(row.getString("kind")),
                row.getString("target"),
                row.getUUID("message_id"),
                row.getUUID("actor"),
                row.getJsonObject("content"),
                null,
                row.getOffsetDateTime("provider_at").toInstant());
    }

    private static Set<UUID> messageIds(RowSet<Row> rows) {
        var found = new HashSet<UUID>();
        rows.forEach(row -> found.add(row.getUUID("message_id")));
        found.remove(null);
        return found;
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
