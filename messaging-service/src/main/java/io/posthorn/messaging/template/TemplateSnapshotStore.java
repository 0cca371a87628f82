package io.posthorn.messaging.template;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Rows of template snapshots. */
@ApplicationScoped
public class TemplateSnapshotStore {
    private static final String TAKE = """
            insert into template_snapshot as known (workspace_id, template_id, waba_id, name, language, category, status, reason,
                components, event_version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, '[]'::jsonb), $10)
            on conflict (workspace_id, template_id, waba_id) do update set
                name = excluded.name, language = excluded.language,
                category = case when excluded.category = '' then known.category else excluded.category end,
                status = excluded.status, reason = excluded.reason,
                components = coalesce($9, known.components), event_version = excluded.event_version, updated_at = now()
            where known.event_version <= excluded.event_version""";
    /** A name can have been deleted and made again; the one that can be sent is meant. */
    private static final String FIND = """
            select distinct on (s.waba_id, s.name, s.language)
                   s.waba_id, s.name, s.language, s.category, s.status, s.components
            from unnest($2::text[], $3::text[], $4::text[]) as wanted (waba_id, name, language)
            join template_snapshot s on s.workspace_id = $1
                and s.waba_id = wanted.waba_id and s.name = wanted.name and s.language = wanted.language
            order by s.waba_id, s.name, s.language, (s.status = 'approved') desc, s.updated_at desc""";

    /** Takes over what is newer than what is known. */
    Uni<Void> take(SqlConnection connection, UUID workspaceId, TemplateChange change) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        change.templateId(),
                        change.key().wabaId(),
                        change.key().name(),
                        change.key().language(),
                        change.category(),
                        change.status(),
                        change.reason(),
                        change.components(),
                        change.version())))
                .replaceWithVoid();
    }

    /** What is known of these; a template that was never submitted is missing. */
    public Uni<Map<TemplateKey, TemplateSnapshot>> find(
            SqlConnection connection, UUID workspaceId, Collection<TemplateKey> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        workspaceId,
                        column(wanted, TemplateKey::wabaId),
                        column(wanted, TemplateKey::name),
                        column(wanted, TemplateKey::language)))
                .map(rows -> {
                    var found = new HashMap<TemplateKey, TemplateSnapshot>();
                    rows.forEach(row -> found.put(snapshot(row).key(), snapshot(row)));
                    return found;
                });
    }

    private static TemplateSnapshot snapshot(Row row) {
        return new TemplateSnapshot(
                new TemplateKey(row.getString("waba_id"), row.getString("name"), row.getString("language")),
                row.getString("category"),
                row.getString("status"),
                (JsonArray) row.getValue("components"));
    }

    private static String[] column(Collection<TemplateKey> keys, Function<TemplateKey, String> value) {
        return keys.stream().map(value).toArray(String[]::new);
    }
}
