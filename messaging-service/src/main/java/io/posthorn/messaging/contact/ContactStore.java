package io.posthorn.messaging.contact;

import io.posthorn.kit.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds or makes the contacts behind many senders of one workspace, in a fixed number of statements. */
@ApplicationScoped
public class ContactStore {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('contact-identities|' || $1::uuid::text, 0))";
    private static final String FIND = """
            select i.kind, i.scope, i.value, i.contact_id
            from unnest($2::text[], $3::text[], $4::text[]) as wanted (kind, scope, value)
            join contact_identity i on i.workspace_id = $1
                and i.kind = wanted.kind and i.scope = wanted.scope and i.value = wanted.value""";
    private static final String INSERT_CONTACTS = """
            insert into contact (workspace_id, id, name)
            select $1, * from unnest($2::uuid[], $3::text[])""";
    private static final String INSERT_IDENTITIES = """
            insert into contact_identity (workspace_id, kind, scope, value, contact_id)
            select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[])
            on conflict do nothing""";
    private static final String OPTED_OUT =
            "select id from contact where workspace_id = $1 and id = any ($2) and consent = 'opted_out'";
    /** The contact of each sender; new ones are made, and newly seen identities are linked to known contacts. */
    public Uni<KnownSenders> findOrCreate(SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        return find(connection, workspaceId, senders)
                .chain(known -> allKnown(known, senders)
                        ? Uni.createFrom().item(new KnownSenders(known, List.of()))
                        : lockAndCreate(connection, workspaceId, senders));
    }

    /** Those of the contacts who do not want templates. */
    public Uni<Set<UUID>> optedOut(SqlConnection connection, UUID workspaceId, Collection<UUID> contactIds) {
        return connection
                .preparedQuery(OPTED_OUT)
                .execute(Tuple.of(workspaceId, contactIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var found = new HashSet<UUID>();
                    rows.forEach(row -> found.add(row.getUUID("id")));
                    return found;
                });
    }

    /** Two first messages of one customer at the same instant wait here for each other and find one contact. */
    private Uni<KnownSenders> lockAndCreate(SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId))
                .chain(() -> find(connection, workspaceId, senders))
                .chain(known -> create(connection, workspaceId, senders, known));
    }

    private Uni<KnownSenders> create(
            SqlConnection connection, UUID workspaceId, Collection<Sender> senders, Map<Identity, UUID> known) {
        var contacts = new LinkedHashMap<UUID, String>();
        var links = new LinkedHashMap<Identity, UUID>();
        for (var sender : senders) {
            var contactId = sender.identities().stream()
                    .map(known::get)
                    .filter(id -> id != null)
                    .findFirst()
                    .orElseGet(() -> newContact(contacts, sender));
            for (var identity : sender.identities()) {
                if (known.putIfAbsent(identity, contactId) == null) {
                    links.put(identity, contactId);
                }
            }
        }
        var created = List.copyOf(contacts.keySet());
        return insertContacts(connection, workspaceId, contacts)
                .chain(() -> insertIdentities(connection, workspaceId, links))
                .replaceWith(new KnownSenders(known, created));
    }

    private static UUID newContact(Map<UUID, String> contacts, Sender sender) {
        var id = Ids.next();
        contacts.put(id, sender.profileName());
        return id;
    }

    private Uni<Void> insertContacts(SqlConnection connection, UUID workspaceId, Map<UUID, String> contacts) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT_CONTACTS)
                .execute(Tuple.of(
                        workspaceId,
                        contacts.keySet().toArray(UUID[]::new),
                        contacts.values().toArray(String[]::new)))
                .replaceWithVoid();
    }

    private Uni<Void> insertIdentities(SqlConnection connection, UUID workspaceId, Map<Identity, UUID> links) {
        return connection
                .preparedQuery(INSERT_IDENTITIES)
                .execute(columns(workspaceId, links.keySet())
                        .addArrayOfUUID(links.values().toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private Uni<Map<Identity, UUID>> find(SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        var wanted = senders.stream()
                .flatMap(sender -> sender.identities().stream())
                .distinct()
                .toList();
        return connection
                .preparedQuery(FIND)
                .execute(columns(workspaceId, wanted))
                .map(ContactStore::byIdentity);
    }

    private static Map<Identity, UUID> byIdentity(RowSet<Row> rows) {
        var found = new HashMap<Identity, UUID>();
        for (var row : rows) {
            found.put(
                    new Identity(row.getString("kind"), row.getString("scope"), row.getString("value")),
                    row.getUUID("contact_id"));
        }
        return found;
    }

    private static boolean allKnown(Map<Identity, UUID> known, Collection<Sender> senders) {
        return senders.stream().allMatch(sender -> known.keySet().containsAll(sender.identities()));
    }

    private static Tuple columns(UUID workspaceId, Collection<Identity> identities) {
        return Tuple.of(
                workspaceId,
                identities.stream().map(Identity::kind).toArray(String[]::new),
                identities.stream().map(Identity::scope).toArray(String[]::new),
                identities.stream().map(Identity::value).toArray(String[]::new));
    }
}
