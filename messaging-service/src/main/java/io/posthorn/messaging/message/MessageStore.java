package io.posthorn.messaging.message;

import io.posthorn.kit.paging.PageRequest;
import io.posthorn.messaging.revision.Revised;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Rows of messages; writes take any number of messages of one workspace in one statement. */
@ApplicationScoped
public class MessageStore {
    /** With "null or" instead a plan that is kept for all pages reads everything before the page. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String INSERT = """
            insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, wamid,
                                 status, sent_by, provider_at, reply_to, callback_data, raw, media_state)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::jsonb[],
                                     $9::text[], $10::text[], $11::uuid[], $12::timestamptz[], $13::uuid[], $14::text[],
                                     $15::jsonb[], $16::text[])""";
    private static final String REGISTER = """
            insert into provider_message (channel_id, wamid, workspace_id, message_id, attempt_id)
            select u.channel_id, u.wamid, $1, u.message_id, u.attempt_id
            from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) as u (channel_id, wamid, message_id, attempt_id)
            on conflict (channel_id, wamid) do nothing
            returning channel_id, wamid, message_id, attempt_id""";
    private static final String LOOK_UP = """
            select p.channel_id, p.wamid, p.message_id, p.attempt_id
            from unnest($2::uuid[], $3::text[]) as wanted (channel_id, wamid)
            join provider_message p on p.channel_id = wanted.channel_id and p.wamid = wanted.wamid
            where p.workspace_id = $1""";
    private static final String SET_WAMID = """
            with locked as (
                select id from message where workspace_id = $1 and id = any ($2) order by id for update)
            update message m set wamid = u.wamid
            from unnest($2::uuid[], $3::text[]) as u (message_id, wamid)
            where (select count(*) from locked) > 0 and m.workspace_id = $1 and m.id = any ($2) and m.id = u.message_id and m.wamid is null""";
    private static final String SELECT = """
            select workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, wamid, status,
                   status_reason, sent_by, provider_at, created_at, reply_to, callback_data,
                   original_content, edited_at, deleted_at, media_state, media_id, media_reason
            from message
            """;
    private static final String LOCK = """
            select id from message where workspace_id = $1 and id = any ($2) order by id for update""";
    private static final String REVISE = """
            update message m set
                content = case when u.content is null then m.content else coalesce(m.original_content, m.content) || u.content end,
                original_content = case when u.content is null then null else coalesce(m.original_content, m.content) end,
                edited_at = u.edited_at, deleted_at = u.deleted_at, updated_at = now(), version = m.version + 1
            from unnest($2::uuid[], $3::jsonb[], $4::timestamptz[], $5::timestamptz[])
                as u (id, content, edited_at, deleted_at)
            where m.workspace_id = $1 and m.id = any ($2) and m.id = u.id
            returning m.id, m.version""";
    private static final String MOVE = """
            with moving as (
                select id from message where workspace_id = $1 and conversation_id = $2 order by id for update)
            update message m set conversation_id = $3, contact_id = $4, version = m.version + 1
            from moving where m.workspace_id = $1 and m.id = moving.id""";
    private static final String SETTLE_FILE = """
            update message set media_state = $3, media_id = $4, media_reason = $5, updated_at = now(), version = version + 1
            where workspace_id = $1 and id = $2 and media_state = 'pending'""";

    public Uni<Void> insertAll(SqlConnection connection, UUID workspaceId, List<NewMessage> messages) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        column(messages, NewMessage::id, UUID[]::new),
                        column(messages, NewMessage::conversationId, UUID[]::new),
                        column(messages, NewMessage::channelId, UUID[]::new),
                        column(messages, NewMessage::contactId, UUID[]::new),
                        column(messages, message -> message.direction().word(), String[]::new),
                        column(messages, NewMessage::type, String[]::new),
                        column(messages, NewMessage::content, JsonObject[]::new),
                        column(messages, NewMessage::wamid, String[]::new),
                        column(messages, NewMessage::status, String[]::new),
                        column(messages, NewMessage::sentBy, UUID[]::new),
                        column(messages, message -> utc(message.providerAt()), OffsetDateTime[]::new),
                        column(messages, NewMessage::replyTo, UUID[]::new),
                        column(messages, NewMessage::callbackData, String[]::new),
                        column(messages, NewMessage::raw, JsonObject[]::new),
                        column(messages, MessageStore::fileState, String[]::new))))
                .replaceWithVoid();
    }

    /** Notes Meta's ids and answers those that were not known: this is where a repeated webhook ends. */
    public Uni<List<ProviderId>> register(SqlConnection connection, UUID workspaceId, List<ProviderId> ids) {
        return connection
                .preparedQuery(REGISTER)
                .execute(Tuple.of(
                        workspaceId,
                        column(ids, ProviderId::channelId, UUID[]::new),
                        column(ids, ProviderId::wamid, String[]::new),
                        column(ids, ProviderId::messageId, UUID[]::new),
                        column(ids, ProviderId::attemptId, UUID[]::new)))
                .map(MessageStore::providerIds);
    }

    /** The messages behind Meta's ids, as far as they are known. */
    public Uni<List<ProviderId>> lookUp(SqlConnection connection, UUID workspaceId, List<ProviderId> wanted) {
        return connection
                .preparedQuery(LOOK_UP)
                .execute(Tuple.of(
                        workspaceId,
                        column(wanted, ProviderId::channelId, UUID[]::new),
                        column(wanted, ProviderId::wamid, String[]::new)))
                .map(MessageStore::providerIds);
    }

    /** Shows Meta's id on the message; the first one stays. */
    public Uni<Void> setWamids(SqlConnection connection, UUID workspaceId, List<ProviderId> ids) {
        return connection
                .preparedQuery(SET_WAMID)
                .execute(Tuple.of(
                        workspaceId,
                        column(ids, ProviderId::messageId, UUID[]::new),
                        column(ids, ProviderId::wamid, String[]::new)))
                .replaceWithVoid();
    }

    /** Null when there is none in this workspace. */
    public Uni<Message> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(SELECT + "where workspace_id = $1 and id = $2")
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> rows.size() == 0 ? null : message(rows.iterator().next()));
    }

    /** In no particular order. */
    public Uni<List<Message>> findAll(SqlConnection connection, UUID workspaceId, List<UUID> ids) {
        return connection
                .preparedQuery(SELECT + "where workspace_id = $1 and id = any ($2)")
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(MessageStore::messages);
    }

    /** The latest first. */
    Uni<List<Message>> page(SqlConnection connection, UUID workspaceId, UUID conversationId, PageRequest page) {
        var before = page.cursor() == null ? AFTER_ALL : page.cursor().id();
        return connection
                .preparedQuery(SELECT + """
                        where workspace_id = $1 and conversation_id = $2 and id < $3
                        order by id desc limit $4""")
                .execute(Tuple.of(workspaceId, conversationId, before, page.rowsToRead()))
                .map(MessageStore::messages);
    }

    /** Whoever changes these waits here; a statement of its own, so that the next one sees what others have done. */
    Uni<Void> lock(SqlConnection connection, UUID workspaceId, Collection<UUID> ids) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Shows what these locked messages have come to; answers their new versions. */
    Uni<Map<UUID, Long>> revise(SqlConnection connection, UUID workspaceId, List<Revised> revised) {
        return connection
                .preparedQuery(REVISE)
                .execute(Tuple.of(
                        workspaceId,
                        column(revised, Revised::messageId, UUID[]::new),
                        column(revised, Revised::content, JsonObject[]::new),
                        column(revised, one -> utc(one.editedAt()), OffsetDateTime[]::new),
                        column(revised, one -> utc(one.deletedAt()), OffsetDateTime[]::new)))
                .map(rows -> {
                    var versions = new HashMap<UUID, Long>();
                    rows.forEach(row -> versions.put(row.getUUID("id"), row.getLong("version")));
                    return versions;
                });
    }

    /** What was said in one conversation was said in another. */
    public Uni<Void> move(SqlConnection connection, UUID workspaceId, UUID from, UUID to, UUID contactId) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(workspaceId, from, to, contactId))
                .replaceWithVoid();
    }

    /** What became of the file of a message that came in. */
    Uni<Void> settleFile(SqlConnection connection, UUID workspaceId, UUID id, MessageFile file) {
        return connection
                .preparedQuery(SETTLE_FILE)
                .execute(Tuple.of(workspaceId, id, file.state(), file.mediaId(), file.reason()))
                .replaceWithVoid();
    }

    private static String fileState(NewMessage message) {
        return message.hasFile() ? MessageFile.PENDING.state() : null;
    }

    private static List<Message> messages(RowSet<Row> rows) {
        var found = new ArrayList<Message>();
        rows.forEach(row -> found.add(message(row)));
        return found;
    }

    private static List<ProviderId> providerIds(RowSet<Row> rows) {
        var found = new ArrayList<ProviderId>();
        rows.forEach(row -> found.add(new ProviderId(
                row.getUUID("channel_id"),
                row.getString("wamid"),
                row.getUUID("message_id"),
                row.getUUID("attempt_id"))));
        return found;
    }

    private static Message message(Row row) {
        return new Message(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getUUID("channel_id"),
                row.getUUID("contact_id"),
                Direction.of(row.getString("direction")),
                row.getString("type"),
                row.getJsonObject("content"),
                row.getString("wamid"),
                row.getString("status"),
                row.getString("status_reason"),
                row.getUUID("sent_by"),
                instant(row, "provider_at"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("reply_to"),
                row.getString("callback_data"),
                row.getJsonObject("original_content"),
                instant(row, "edited_at"),
                instant(row, "deleted_at"),
                row.getString("media_state") == null
                        ? null
                        : new MessageFile(
                                row.getString("media_state"), row.getUUID("media_id"), row.getString("media_reason")));
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, java.util.function.IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
