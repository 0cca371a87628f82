package io.posthorn.messaging.channel;

import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Rows of channels; requests, webhooks and lanes read them. */
@ApplicationScoped
public class ChannelStore {
    private static final String COLUMNS = """
            c.workspace_id, c.id, c.name, c.phone_number_id, c.waba_id, c.portfolio_id, c.display_phone_number,
            c.verified_name, c.app_id, a.app_key, c.sealed_access_token, c.sealed_verify_token, c.status,
            c.status_reason, c.status_since, c.created_at, c.version
            """;
    private static final String SELECT = "select " + COLUMNS + """
            from channel c join meta_app a on a.workspace_id = c.workspace_id and a.id = c.app_id
            """;

    private static final String OF_ACCOUNTS = "select s.id as signed_by, " + COLUMNS + """
            from unnest($1::uuid[], $2::text[]) as wanted (signed_by, waba_id)
            join meta_app s on s.id = wanted.signed_by
            join channel c on c.waba_id = wanted.waba_id and c.status in ('active', 'degraded', 'needs_attention')
            join meta_app a on a.workspace_id = c.workspace_id and a.id = c.app_id
                and a.secret_fingerprint = s.secret_fingerprint
            order by c.id""";

    /** What was found out with one token says nothing about another. */
    private static final String MOVE = """
            update channel set status = $4, status_reason = $5, status_detail = $6, status_since = now(), updated_at = now(),
                version = version + 1, check_failures = 0,
                check_at = case when $4 = 'degraded' then now() + interval '5 seconds' else check_at end
            where workspace_id = $1 and id = $2 and status = any ($3)
              and (status <> $4 or status_reason is distinct from $5)
              and ($7::bytea is null or sealed_access_token = $7)
            returning version""";

    /** The number of rows taken: 0 when the number is connected already, here or in another workspace. */
    public Uni<Integer> insert(SqlConnection connection, Channel channel, UUID createdBy) {
        return connection
                .preparedQuery("""
                        insert into channel (workspace_id, id, name, phone_number_id, waba_id, portfolio_id,
                            display_phone_number, verified_name, app_id, sealed_access_token, sealed_verify_token, status, created_by)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                        on conflict (phone_number_id) where status <> 'disconnected' do nothing""")
                .execute(Tuple.tuple(Arrays.asList(
                        channel.workspaceId(),
                        channel.id(),
                        channel.name(),
                        channel.phoneNumberId(),
                        channel.wabaId(),
                        channel.portfolioId(),
                        channel.displayPhoneNumber(),
                        channel.verifiedName(),
                        channel.appId(),
                        Buffer.buffer(channel.sealedAccessToken()),
                        Buffer.buffer(channel.sealedVerifyToken()),
                        channel.status().column(),
                        createdBy)))
                .map(RowSet::rowCount);
    }

    /** An attempt to connect that did not end, a crash for example, does not keep the number for ever. */
    public Uni<Void> forgetAbandoned(SqlConnection connection, String phoneNumberId) {
        return connection.preparedQuery("""
                        update channel set status = 'disconnected', updated_at = now(), version = version + 1
                        where phone_number_id = $1 and status = 'connecting' and created_at < now() - interval '2 minutes'""").execute(Tuple.of(phoneNumberId)).replaceWithVoid();
    }

    /** One look into an index for each state, until something is found. */
    private static final String WITH_WORK = """
            where c.status in ('active', 'degraded') and coalesce(
                (select t.state from send_task t where t.channel_id = c.id and t.state = 'queued'
                 order by t.priority, t.sequence limit 1),
                (select t.state from send_task t where t.channel_id = c.id and t.state = 'calling'
                 order by t.priority, t.sequence limit 1),
                (select t.state from send_task t where t.channel_id = c.id and t.state = 'claimed'
                 order by t.priority, t.sequence limit 1),
                (select t.state from send_task t
                 where t.channel_id = c.id and t.state = 'waiting' and t.due_at <= now() + interval '1 second'
                 order by t.due_at limit 1)) is not null""";

    /** The version after the change; empty when it does not happen in the state that the channel is in. */
    Uni<Optional<Long>> move(
            SqlConnection connection, Channel channel, ChannelChange change, ChannelReason reason, String detail) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.tuple(Arrays.asList(
                        channel.workspaceId(),
                        channel.id(),
                        columns(change.from()),
                        change.to().column(),
                        reason == null ? null : reason.word(),
                        detail,
                        change.isFoundOut() ? Buffer.buffer(channel.sealedAccessToken()) : null)))
                .map(ChannelStore::version);
    }

    /** Null when there is none in this workspace. */
    public Uni<Channel> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(SELECT + "where c.workspace_id = $1 and c.id = $2")
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> rows.size() == 0 ? null : channel(rows.iterator().next()));
    }

    public Uni<List<Channel>> page(SqlConnection connection, UUID workspaceId, PageRequest page) {
        var after = page.cursor() == null ? null : page.cursor().id();
        return connection
                .preparedQuery(SELECT + """
                        where c.workspace_id = $1 and ($2::uuid is null or c.id > $2)
                        order by c.id limit $3""")
                .execute(Tuple.of(workspaceId, after, page.rowsToRead()))
                .map(ChannelStore::channels);
    }

    /** True while another number of the same WhatsApp account is connected in this workspace. */
    public Uni<Boolean> accountInUse(SqlConnection connection, Channel channel) {
        return connection
                .preparedQuery("""
                        select exists (select from channel
                            where workspace_id = $1 and waba_id = $2 and id <> $3 and status <> 'disconnected') as used""")
                .execute(Tuple.of(channel.workspaceId(), channel.wabaId(), channel.id()))
                .map(rows -> rows.iterator().next().getBoolean("used"));
    }

    /** These channels, and all that can send: one of the latter serves a message that names none. */
    public Uni<List<Channel>> forSending(SqlConnection connection, UUID workspaceId, Collection<UUID> named) {
        return connection
                .preparedQuery(SELECT + """
                        where c.workspace_id = $1 and (c.id = any ($2) or c.status in ('active', 'degraded'))
                        order by c.id""")
                .execute(Tuple.of(workspaceId, named.toArray(UUID[]::new)))
                .map(ChannelStore::channels);
    }

    /** As worker: the channels of numbers, a connected one first; whoever asks compares the app. */
    public Uni<List<Channel>> ofNumbers(SqlConnection connection, Collection<String> phoneNumberIds) {
        return connection
                .preparedQuery(SELECT + """
                        where c.phone_number_id = any ($1)
                        order by (c.status = 'disconnected'), c.id desc""")
                .execute(Tuple.of(phoneNumberIds.toArray(String[]::new)))
                .map(ChannelStore::channels);
    }

    /** As worker: the connected channels on accounts, whose workspaces know the secret of the app that signed. */
    public Uni<List<AccountChannel>> ofAccounts(SqlConnection connection, Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(OF_ACCOUNTS)
                .execute(Tuple.of(
                        accounts.stream().map(Account::signedBy).toArray(UUID[]::new),
                        accounts.stream().map(Account::wabaId).toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AccountChannel(
                                new Account(row.getUUID("signed_by"), row.getString("waba_id")), channel(row)))
                        .toList());
    }

    /**
     * As worker: the channels that have something to send. The planner remembers the queues as they were, empty perhaps, and would read
     * all of them for each channel.
     */
    public Uni<List<Channel>> withWork(SqlConnection connection) {
        return connection
                .query("select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)")
                .execute()
                .chain(() -> connection.preparedQuery(SELECT + WITH_WORK).execute())
                .map(ChannelStore::channels);
    }

    /** A token that works. Empty when the state is another one meanwhile. */
    Uni<Optional<Long>> renew(
            SqlConnection connection, Channel channel, ChannelChange change, byte[] sealedAccessToken) {
        return connection
                .preparedQuery("""
                        update channel set status = $4, status_reason = null, status_detail = null, sealed_access_token = $3,
                            status_since = case when status = $4 then status_since else now() end,
                            check_at = now(), check_failures = 0, last_call_at = now(), updated_at = now(), version = version + 1
                        where workspace_id = $1 and id = $2 and status = any ($5) returning version""")
                .execute(Tuple.of(
                        channel.workspaceId(),
                        channel.id(),
                        Buffer.buffer(sealedAccessToken),
                        change.to().column(),
                        columns(change.from())))
                .map(ChannelStore::version);
    }

    /** As worker: the channels for which a condition on {@code c} holds. */
    public Uni<List<Channel>> where(SqlConnection connection, String condition, Tuple values) {
        return connection.preparedQuery(SELECT + condition).execute(values).map(ChannelStore::channels);
    }

    /** As worker: how many there are in each state. */
    public Uni<Map<ChannelStatus, Long>> countByStatus(SqlConnection connection) {
        return connection
                .query("select status, count(*) as channels from channel group by status")
                .execute()
                .map(rows -> {
                    var counts = new EnumMap<ChannelStatus, Long>(ChannelStatus.class);
                    rows.forEach(row ->
                            counts.put(ChannelStatus.ofColumn(row.getString("status")), row.getLong("channels")));
                    return counts;
                });
    }

    /** As worker: what concerns these may have changed at Meta; they are looked at soon. */
    public Uni<Void> lookAgain(SqlConnection connection, UUID workspaceId, Collection<UUID> ids) {
        return connection
                .preparedQuery(
                        "update channel set check_at = now() where workspace_id = $1 and id = any ($2) and check_at > now()")
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private static Optional<Long> version(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getLong("version"));
    }

    private static String[] columns(List<ChannelStatus> states) {
        return states.stream().map(ChannelStatus::column).toArray(String[]::new);
    }

    private static List<Channel> channels(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ChannelStore::channel)
                .toList();
    }

    private static Channel channel(Row row) {
        return new Channel(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getString("name"),
                row.getString("phone_number_id"),
                row.getString("waba_id"),
                row.getString("portfolio_id"),
                row.getString("display_phone_number"),
                row.getString("verified_name"),
                row.getUUID("app_id"),
                row.getString("app_key"),
                row.getBuffer("sealed_access_token").getBytes(),
                row.getBuffer("sealed_verify_token").getBytes(),
                ChannelStatus.ofColumn(row.getString("status")),
                row.getString("status_reason"),
                row.getOffsetDateTime("status_since").toInstant(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("version"));
    }
}
