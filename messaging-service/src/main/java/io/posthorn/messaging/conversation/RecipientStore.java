package io.posthorn.messaging.conversation;

import io.posthorn.messaging.contact.ConsentScope;
import io.posthorn.messaging.identity.Identity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Finds whom many messages are for, in one statement each way. */
@ApplicationScoped
public class RecipientStore {
    /** By phone where it is known, otherwise by the user id that is valid for the channel. */
    private static final String BY_CONVERSATION = """
            select c.id as conversation_id, c.channel_id, c.contact_id, c.last_inbound_at,
                   case when p.consent = 'opted_out' then coalesce(p.consent_scope, 'all') end as refused, i.kind, i.scope, i.value
            from conversation c
            join contact p on p.workspace_id = c.workspace_id and p.id = c.contact_id
            join channel h on h.workspace_id = c.workspace_id and h.id = c.channel_id
            left join lateral (
                select k.kind, k.scope, k.value from contact_identity k
                where k.workspace_id = c.workspace_id and k.contact_id = c.contact_id and k.until is null
                  and (k.kind = 'phone' or k.scope = coalesce(h.portfolio_id, 'waba:' || h.waba_id))
                order by k.kind = 'phone' desc, k.created_at desc limit 1) i on true
            where c.workspace_id = $1 and c.id = any ($2)""";

    private static final String BY_LINE = """
            select wanted.channel_id, wanted.kind, wanted.scope, wanted.value, i.contact_id, c.id as conversation_id,
                   c.last_inbound_at, case when p.consent = 'opted_out' then coalesce(p.consent_scope, 'all') end as refused
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as wanted (channel_id, kind, scope, value)
            join contact_identity i on i.workspace_id = $1 and i.kind = wanted.kind and i.scope = wanted.scope
                and i.value = wanted.value and i.until is null
            join contact p on p.workspace_id = $1 and p.id = i.contact_id
            left join conversation c
                on c.workspace_id = $1 and c.channel_id = wanted.channel_id and c.contact_id = i.contact_id""";

    public Uni<Map<UUID, Recipient>> ofConversations(SqlConnection connection, UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(BY_CONVERSATION)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> {
                    var found = new HashMap<UUID, Recipient>();
                    rows.forEach(row -> found.put(row.getUUID("conversation_id"), recipient(row)));
                    return found;
                });
    }

    /** Strangers are missing in the answer. */
    public Uni<Map<Line, Recipient>> ofLines(SqlConnection connection, UUID workspaceId, Collection<Line> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var wanted = List.copyOf(lines);
        return connection
                .preparedQuery(BY_LINE)
                .execute(Tuple.of(
                        workspaceId,
                        wanted.stream().map(Line::channelId).toArray(UUID[]::new),
                        identities(wanted, Identity::kind),
                        identities(wanted, Identity::scope),
                        identities(wanted, Identity::value)))
                .map(rows -> {
                    var found = new HashMap<Line, Recipient>();
                    rows.forEach(row -> found.put(recipient(row).line(), recipient(row)));
                    return found;
                });
    }

    private static String[] identities(List<Line> lines, Function<Identity, String> part) {
        return lines.stream().map(line -> part.apply(line.identity())).toArray(String[]::new);
    }

    private static Recipient recipient(Row row) {
        var lastInbound = row.getOffsetDateTime("last_inbound_at");
        return new Recipient(
                row.getUUID("channel_id"),
                row.getString("value") == null
                        ? null
                        : new Identity(row.getString("kind"), row.getString("scope"), row.getString("value")),
                row.getUUID("contact_id"),
                row.getUUID("conversation_id"),
                lastInbound == null ? null : lastInbound.toInstant(),
                row.getString("refused") == null ? null : ConsentScope.ofColumn(row.getString("refused")));
    }
}
