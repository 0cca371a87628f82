package io.posthorn.messaging.contact;

import io.posthorn.messaging.identity.Identity;
import io.posthorn.messaging.identity.KnownIdentity;
import io.posthorn.messaging.identity.KnownSenders;
import io.posthorn.messaging.identity.NewIdentity;
import io.posthorn.messaging.identity.People;
import io.posthorn.messaging.identity.SamePerson;
import io.posthorn.messaging.identity.Sender;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Finds or makes the contacts behind many senders of one workspace, in a fixed number of statements. */
@ApplicationScoped
public class ContactStore {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('contact-identities|' || $1::uuid::text, 0))";
    private static final String FIND = """
            select i.kind, i.scope, i.value, i.contact_id, i.until
            from unnest($2::text[], $3::text[], $4::text[]) as wanted (kind, scope, value)
            join contact_identity i on i.workspace_id = $1
                and i.kind = wanted.kind and i.scope = wanted.scope and i.value = wanted.value""";
    private static final String INSERT_CONTACTS = """
            insert into contact (workspace_id, id, name)
            select $1, * from unnest($2::uuid[], $3::text[])""";
    /** One that somebody gave up can be another one's from now on. */
    private static final String INSERT_IDENTITIES = """
            insert into contact_identity as known (workspace_id, kind, scope, value, contact_id)
            select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[])
            on conflict (workspace_id, kind, scope, value)
            do update set contact_id = excluded.contact_id, until = null where known.until is not null""";

    private static final String GIVE_UP = """
            update contact_identity i set until = u.until
            from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[]) as u (kind, scope, value, until)
            where i.workspace_id = $1 and i.kind = u.kind and i.scope = u.scope and i.value = u.value and i.until is null""";
    private static final String NAME = """
            update contact c set username = u.username, version = c.version + 1, updated_at = now()
            from unnest($2::uuid[], $3::text[]) as u (id, username)
            where c.workspace_id = $1 and c.id = u.id and c.username is distinct from u.username""";
    private static final String MERGE_IDENTITIES =
            "update contact_identity set contact_id = $3 where workspace_id = $1 and contact_id = $2";
    /** The later decision about consent is the person's. */
    private static final String MERGE = """
            with gone as (delete from contact where workspace_id = $1 and id = $2 returning *)
            update contact c set
                name = coalesce(c.name, gone.name),
                username = coalesce(c.username, gone.username),
                consent = case when gone.consent_changed_at > coalesce(c.consent_changed_at, '-infinity')
                    then gone.consent else c.consent end,
                consent_scope = case when gone.consent_changed_at > coalesce(c.consent_changed_at, '-infinity')
                    then gone.consent_scope else c.consent_scope end,
                consent_changed_at = greatest(c.consent_changed_at, gone.consent_changed_at),
                updated_at = now(), version = greatest(c.version, gone.version) + 1
            from gone where c.workspace_id = $1 and c.id = $3
            returning c.version""";

    private static final String DECIDE = """
            with locked as (
                select id from contact where workspace_id = $1 and id = any ($2) order by id for update)
            update contact c set consent = u.consent, consent_scope = 'marketing', consent_changed_at = u.decided_at,
                updated_at = now(), version = c.version + 1
            from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as u (id, consent, decided_at)
            where (select count(*) from locked) > 0 and c.workspace_id = $1 and c.id = any ($2) and c.id = u.id
              and (c.consent_changed_at is null or c.consent_changed_at < u.decided_at)
            returning c.id, c.consent, c.consent_changed_at, c.version""";
    private static final String OPTED_OUT = """
            select id, consent_scope from contact
            where workspace_id = $1 and id = any ($2) and consent = 'opted_out'""";

    /** The contact of each sender; new ones are made, and newly seen identities are linked to known contacts. */
    public Uni<KnownSenders> findOrCreate(SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        return find(connection, workspaceId, senders)
                .chain(known -> {
                    var people = new People(known);
                    return people.knows(senders)
                            ? Uni.createFrom().item(people.meet(senders).senders())
                            : lockAndCreate(connection, workspaceId, senders);
                })
                .call(found -> name(connection, workspaceId, found));
    }

    /** Those of the contacts who do not want templates, or none of marketing. */
    public Uni<Map<UUID, ConsentScope>> optedOut(
            SqlConnection connection, UUID workspaceId, Collection<UUID> contactIds) {
        return connection
                .preparedQuery(OPTED_OUT)
                .execute(Tuple.of(workspaceId, contactIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var found = new HashMap<UUID, ConsentScope>();
                    rows.forEach(
                            row -> found.put(row.getUUID("id"), ConsentScope.ofColumn(row.getString("consent_scope"))));
                    return found;
                });
    }

    /** These senders are known otherwise from now on, and by what they were known before no more. */
    public Uni<KnownSenders> change(SqlConnection connection, UUID workspaceId, List<NewIdentity> changes) {
        var both = changes.stream().map(NewIdentity::both).toList();
        var former =
                changes.stream().filter(change -> change.former().isPresent()).toList();
        return lockAndCreate(connection, workspaceId, both).call(() -> connection
                .preparedQuery(GIVE_UP)
                .execute(columns(
                                workspaceId,
                                former.stream()
                                        .map(change -> change.former().get())
                                        .toList())
                        .addArrayOfOffsetDateTime(former.stream()
                                .map(change -> change.since().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))));
    }

    /** The version of the one that stays, once nothing belongs to the other any more. */
    public Uni<Long> merge(SqlConnection connection, UUID workspaceId, SamePerson same) {
        return connection
                .preparedQuery(MERGE_IDENTITIES)
                .execute(Tuple.of(workspaceId, same.goes(), same.stays()))
                .chain(() -> connection.preparedQuery(MERGE).execute(Tuple.of(workspaceId, same.goes(), same.stays())))
                .map(rows -> rows.iterator().next().getLong("version"));
    }

    /** What customers say inside WhatsApp about marketing; the latest decision counts, whoever noted it. */
    public Uni<List<Decision>> decide(SqlConnection connection, UUID workspaceId, List<Decision> decisions) {
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(
                        workspaceId,
                        decisions.stream().map(Decision::contactId).toArray(UUID[]::new),
                        decisions.stream()
                                .map(decision -> decision.consent().word())
                                .toArray(String[]::new),
                        decisions.stream()
                                .map(decision -> decision.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .map(rows -> {
                    var news = new ArrayList<Decision>();
                    rows.forEach(row -> news.add(new Decision(
                            row.getUUID("id"),
                            Consent.ofWord(row.getString("consent")),
                            row.getOffsetDateTime("consent_changed_at").toInstant(),
                            row.getLong("version"))));
                    return news;
                });
    }

    /** Two first messages of one customer at the same instant wait here for each other and find one contact. */
    private Uni<KnownSenders> lockAndCreate(SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId))
                .chain(() -> find(connection, workspaceId, senders))
                .map(known -> new People(known).meet(senders))
                .call(people -> insertContacts(connection, workspaceId, people.created()))
                .call(people -> insertIdentities(connection, workspaceId, people.links()))
                .map(People::senders);
    }

    private Uni<Void> insertContacts(SqlConnection connection, UUID workspaceId, Map<UUID, Sender> created) {
        return created.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(INSERT_CONTACTS)
                        .execute(Tuple.of(
                                workspaceId,
                                created.keySet().toArray(UUID[]::new),
                                created.values().stream()
                                        .map(Sender::profileName)
                                        .toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private Uni<Void> insertIdentities(SqlConnection connection, UUID workspaceId, Map<Identity, UUID> links) {
        return links.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(INSERT_IDENTITIES)
                        .execute(columns(workspaceId, links.keySet())
                                .addArrayOfUUID(links.values().toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** Few people have a username, and fewer a new one. */
    private Uni<Void> name(SqlConnection connection, UUID workspaceId, KnownSenders found) {
        var names = new TreeMap<UUID, String>();
        found.contacts().forEach((sender, contact) -> {
            if (sender.username() != null) {
                names.put(contact, sender.username());
            }
        });
        return names.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(NAME)
                        .execute(Tuple.of(
                                workspaceId,
                                names.keySet().toArray(UUID[]::new),
                                names.values().toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private Uni<Map<Identity, KnownIdentity>> find(
            SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        var wanted = senders.stream()
                .flatMap(sender -> sender.identities().stream())
                .distinct()
                .toList();
        return connection
                .preparedQuery(FIND)
                .execute(columns(workspaceId, wanted))
                .map(ContactStore::byIdentity);
    }

    private static Map<Identity, KnownIdentity> byIdentity(RowSet<Row> rows) {
        var found = new HashMap<Identity, KnownIdentity>();
        for (var row : rows) {
            var until = row.getOffsetDateTime("until");
            found.put(
                    new Identity(row.getString("kind"), row.getString("scope"), row.getString("value")),
                    new KnownIdentity(row.getUUID("contact_id"), until == null ? null : until.toInstant()));
        }
        return found;
    }

    private static Tuple columns(UUID workspaceId, Collection<Identity> identities) {
        return Tuple.of(
                workspaceId,
                identities.stream().map(Identity::kind).toArray(String[]::new),
                identities.stream().map(Identity::scope).toArray(String[]::new),
                identities.stream().map(Identity::value).toArray(String[]::new));
    }
}
