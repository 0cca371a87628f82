package io.posthorn.messaging.conversation;

import io.posthorn.kit.Ids;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of conversations: pages for people, set-based upserts for what comes in. */
@ApplicationScoped
public class ConversationStore {
    /** With "null or" instead a plan that is kept for all pages reads everything before the page. */
    private static final Cursor AFTER_ALL = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private static final String SELECT = """
            select c.workspace_id, c.id, c.number, c.channel_id, c.contact_id, p.name as contact_name, c.status,
                   c.unread_count, c.opened_at, c.last_inbound_at, c.last_message_at, c.version
            from conversation c join contact p on p.workspace_id = c.workspace_id and p.id = c.contact_id
            """;
    /** Numbers are drawn for new pairs only; drawing locks the workspace's counter, so a pair is made once. */
    private static final String OPEN = """
            with wanted as (
                select distinct u.channel_id, u.contact_id
                from unnest($2::uuid[], $3::uuid[]) as u (channel_id, contact_id)
                where not exists (select from conversation c
                    where c.workspace_id = $1 and c.channel_id = u.channel_id and c.contact_id = u.contact_id)),
            drawn as (
                insert into conversation_counter as counter (workspace_id, last_number)
                select $1, count(*) from wanted having count(*) > 0
                on conflict (workspace_id) do update set last_number = counter.last_number + excluded.last_number
                returning last_number),
            numbered as (
                select w.*, d.last_number - (select count(*) from wanted) + row_number() over (order by w.contact_id) as number
                from wanted w cross join drawn d)
            insert into conversation (workspace_id, id, number, channel_id, contact_id, last_message_at)
            select $1, i.id, n.number, n.channel_id, n.contact_id, '-infinity'
            from (select *, row_number() over () as position from numbered) n
            join unnest($4::uuid[]) with ordinality as i (id, position) using (position)
            on conflict (workspace_id, channel_id, contact_id) do nothing
            returning id, number, channel_id, contact_id""";

    private static final String DOUBLED = """
            select g.id as goes, s.id as stays, g.channel_id
            from conversation g left join conversation s
                on s.workspace_id = $1 and s.channel_id = g.channel_id and s.contact_id = $3
            where g.workspace_id = $1 and g.contact_id = $2
            order by g.id for update of g""";

    private static final String GIVE = """
            update conversation set contact_id = $3, version = version + 1 where workspace_id = $1 and id = $2""";

    private static final String MERGE = """
            with gone as (delete from conversation where workspace_id = $1 and id = $2 returning *)
            update conversation c set
                unread_count = c.unread_count + gone.unread_count,
                status = case when 'open' in (c.status, gone.status) then 'open' else c.status end,
                opened_at = least(c.opened_at, gone.opened_at),
                last_inbound_at = greatest(c.last_inbound_at, gone.last_inbound_at),
                last_message_at = greatest(c.last_message_at, gone.last_message_at),
                version = greatest(c.version, gone.version) + 1
            from gone where c.workspace_id = $1 and c.id = $3
            returning c.version""";

    /** The ids stand in conditions as arrays too, so that indexes are used whatever the planner believes of the table. */
    private static final String RECEIVED = """
            with u as materialized (
                select locked.id, u.messages, u.last_at, u.window_from
                from unnest($2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[], $6::timestamptz[])
                    as u (channel_id, contact_id, messages, last_at, window_from)
                join conversation locked on locked.workspace_id = $1
                    and locked.channel_id = u.channel_id and locked.contact_id = u.contact_id
                    and locked.channel_id = any ($2) and locked.contact_id = any ($3)
                order by locked.id for update of locked)
            update conversation c set
                last_inbound_at = greatest(c.last_inbound_at, u.window_from),
                last_message_at = greatest(c.last_message_at, u.last_at),
                unread_count = c.unread_count + u.messages,
                status = case when u.messages > 0 then 'open' else c.status end,
                version = c.version + 1
            from u
            where c.workspace_id = $1 and c.id = any (array(select id from u)) and c.id = u.id
            returning c.id, c.channel_id, c.contact_id""";

    Uni<List<Conversation>> page(SqlConnection connection, UUID workspaceId, PageRequest page) {
        var cursor = page.cursor() == null ? AFTER_ALL : page.cursor();
        return connection
                .preparedQuery(SELECT + """
                        where c.workspace_id = $1
                          and (c.last_message_at, c.id) < ($2, $3)
                        order by c.last_message_at desc, c.id desc limit $4""")
                .execute(Tuple.of(workspaceId, utc(cursor.time()), cursor.id(), page.rowsToRead()))
                .map(ConversationStore::conversations);
    }

    /** Null when there is none in this workspace. */
    public Uni<Conversation> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(SELECT + "where c.workspace_id = $1 and c.id = $2")
                .execute(Tuple.of(workspaceId, id))
                .map(ConversationStore::first);
    }

    /** The version after the change; empty when there was nothing unread. */
    Uni<Optional<Long>> markRead(SqlConnection connection, Conversation conversation) {
        return connection
                .preparedQuery("""
                        update conversation set unread_count = 0, version = version + 1
                        where workspace_id = $1 and id = $2 and unread_count > 0 returning version""")
                .execute(Tuple.of(conversation.workspaceId(), conversation.id()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong("version")));
    }

    /** Opens the conversations that do not exist yet. */
    public Uni<List<OpenedConversation>> open(SqlConnection connection, UUID workspaceId, List<Parties> parties) {
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(
                        workspaceId,
                        channels(parties),
                        contacts(parties),
                        parties.stream().map(pair -> Ids.next()).toArray(UUID[]::new)))
                .map(ConversationStore::opened);
    }

    /** Notes what came in. Each pair of parties stands once in the list. */
    public Uni<List<OpenedConversation>> received(SqlConnection connection, UUID workspaceId, List<Received> received) {
        var parties = received.stream().map(Received::parties).toList();
        return connection
                .preparedQuery(RECEIVED)
                .execute(Tuple.of(
                        workspaceId,
                        channels(parties),
                        contacts(parties),
                        received.stream().map(Received::messages).toArray(Integer[]::new),
                        received.stream().map(one -> utc(one.lastAt())).toArray(OffsetDateTime[]::new),
                        received.stream().map(one -> utc(one.windowFrom())).toArray(OffsetDateTime[]::new)))
                .map(rows -> {
                    var touched = new ArrayList<OpenedConversation>();
                    rows.forEach(row -> touched.add(new OpenedConversation(
                            row.getUUID("id"), 0, new Parties(row.getUUID("channel_id"), row.getUUID("contact_id")))));
                    return touched;
                });
    }

    /** Notes that we wrote. */
    public Uni<Void> answered(SqlConnection connection, UUID workspaceId, Collection<UUID> ids, Instant at) {
        return connection
                .preparedQuery("""
                        with locked as (
                            select id from conversation where workspace_id = $1 and id = any ($2) order by id for update)
                        update conversation set last_message_at = greatest(last_message_at, $3), version = version + 1
                        where (select count(*) from locked) > 0 and workspace_id = $1 and id = any ($2)""")
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new), utc(at)))
                .replaceWithVoid();
    }

    /** Those in which the customer wrote within 24 hours. */
    public Uni<Set<UUID>> withOpenWindow(SqlConnection connection, UUID workspaceId, Collection<UUID> ids) {
        return connection
                .preparedQuery("""
                        select id from conversation
                        where workspace_id = $1 and id = any ($2) and last_inbound_at > now() - interval '24 hours'""")
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> {
                    var open = new HashSet<UUID>();
                    rows.forEach(row -> open.add(row.getUUID("id")));
                    return open;
                });
    }

    /** The conversations of a contact, each with the one that another contact has on the same channel. */
    public Uni<List<Doubled>> doubled(SqlConnection connection, UUID workspaceId, UUID goes, UUID stays) {
        return connection
                .preparedQuery(DOUBLED)
                .execute(Tuple.of(workspaceId, goes, stays))
                .map(rows -> {
                    var found = new ArrayList<Doubled>();
                    rows.forEach(row -> found.add(new Doubled(row.getUUID("goes"), row.getUUID("stays"))));
                    return found;
                });
    }

    /** A conversation is with another contact. */
    public Uni<Void> give(SqlConnection connection, UUID workspaceId, UUID id, UUID contactId) {
        return connection
                .preparedQuery(GIVE)
                .execute(Tuple.of(workspaceId, id, contactId))
                .replaceWithVoid();
    }

    /** One conversation goes up in another; answers the version of the one that stays. */
    public Uni<Long> merge(SqlConnection connection, UUID workspaceId, Doubled doubled) {
        return connection
                .preparedQuery(MERGE)
                .execute(Tuple.of(workspaceId, doubled.goes(), doubled.stays()))
                .map(rows -> rows.iterator().next().getLong("version"));
    }

    private static UUID[] channels(List<Parties> parties) {
        return parties.stream().map(Parties::channelId).toArray(UUID[]::new);
    }

    private static UUID[] contacts(List<Parties> parties) {
        return parties.stream().map(Parties::contactId).toArray(UUID[]::new);
    }

    private static List<OpenedConversation> opened(RowSet<Row> rows) {
        var opened = new ArrayList<OpenedConversation>();
        rows.forEach(row -> opened.add(new OpenedConversation(
                row.getUUID("id"),
                row.getLong("number"),
                new Parties(row.getUUID("channel_id"), row.getUUID("contact_id")))));
        return opened;
    }

    private static Conversation first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : conversation(rows.iterator().next());
    }

    private static List<Conversation> conversations(RowSet<Row> rows) {
        var found = new ArrayList<Conversation>();
        rows.forEach(row -> found.add(conversation(row)));
        return found;
    }

    private static Conversation conversation(Row row) {
        return new Conversation(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getLong("number"),
                row.getUUID("channel_id"),
                row.getUUID("contact_id"),
                row.getString("contact_name"),
                row.getString("status"),
                row.getInteger("unread_count"),
                instant(row, "opened_at"),
                instant(row, "last_inbound_at"),
                instant(row, "last_message_at"),
                row.getLong("version"));
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
