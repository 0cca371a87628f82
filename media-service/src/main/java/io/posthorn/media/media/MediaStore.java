package io.posthorn.media.media;

import io.posthorn.media.storage.StorageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of stored files. */
@ApplicationScoped
class MediaStore {
    private static final String INSERT = """
            insert into media (workspace_id, id, kind, mime_type, size, sha256, file_name, storage_name, stored_by, created_at)
            values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, $10)""";
    private static final String COLUMNS = """
            workspace_id, id, kind, mime_type, size, encode(sha256, 'hex') as sha256, file_name, storage_name, stored_by,
            created_at""";
    private static final String FIND = "select %s from media where workspace_id = $1 and id = $2".formatted(COLUMNS);
    private static final String DELETE = "delete from media where workspace_id = $1 and id = $2 returning " + COLUMNS;
    private static final String LIST = """
            select %s from media
            where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or kind = $3)
            order by id desc limit $4""".formatted(COLUMNS);
    private static final String KNOWN =
            "select storage_name from media where workspace_id = $1 and storage_name = any($2::text[])";

    Uni<Void> insert(SqlConnection connection, Media media) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        media.storage().workspaceId(),
                        media.id(),
                        media.kind(),
                        media.mimeType(),
                        media.size(),
                        media.sha256(),
                        media.fileName(),
                        media.storage().name(),
                        media.storedBy(),
                        media.createdAt().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** Null when the workspace has no such file. */
    Uni<Media> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> rows.size() == 0 ? null : media(rows.iterator().next()));
    }

    /** What was deleted; null when the workspace has no such file. */
    Uni<Media> delete(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> rows.size() == 0 ? null : media(rows.iterator().next()));
    }

    Uni<List<Media>> list(SqlConnection connection, UUID workspaceId, MediaFilter filter) {
        var kind = filter.kind() == null ? null : filter.kind().word();
        return connection
                .preparedQuery(LIST)
                .execute(Tuple.of(workspaceId, filter.before(), kind, filter.rows()))
                .map(rows -> rows.stream().map(MediaStore::media).toList());
    }

    /** Those of the names that have a row. */
    Uni<Set<String>> findKnown(SqlConnection connection, UUID workspaceId, List<String> storageNames) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(workspaceId, storageNames.toArray(String[]::new)))
                .map(rows ->
                        rows.stream().map(row -> row.getString("storage_name")).collect(Collectors.toSet()));
    }

    private static Media media(Row row) {
        return new Media(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("mime_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("file_name"),
                new StorageKey(row.getUUID("workspace_id"), row.getString("storage_name")),
                row.getUUID("stored_by"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
