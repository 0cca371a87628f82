package io.posthorn.media.media;

import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** What is known about stored files, in the tenant's transaction. */
@ApplicationScoped
class MediaRegistry {
    private final TenantTransaction tenant;
    private final MediaStore store;
    private final Outbox outbox;
    private final Idempotency idempotency;

    MediaRegistry(TenantTransaction tenant, MediaStore store, Outbox outbox, Idempotency idempotency) {
        this.tenant = tenant;
        this.store = store;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /** Writes the row and its announcement together; under a key that was used before, answers with the earlier media. */
    Uni<Media> register(Media media, UploadedFile uploaded) {
        var workspaceId = media.storage().workspaceId();
        return tenant.connection(
                workspaceId,
                connection -> idempotency.once(connection, uploaded, Media.class, () -> store.insert(connection, media)
                        .chain(() -> outbox.append(connection, workspaceId, 1, media.storedEvent()))
                        .replaceWith(media)));
    }

    /** Writes the row, its announcement and an effect together. */
    Uni<Media> register(Media media, BiFunction<SqlConnection, Media, Uni<Void>> effect) {
        var workspaceId = media.storage().workspaceId();
        return tenant.connection(workspaceId, connection -> store.insert(connection, media)
                .chain(() -> outbox.append(connection, workspaceId, 1, media.storedEvent()))
                .chain(() -> effect.apply(connection, media))
                .replaceWith(media));
    }

    /** Removes the row and announces it together. Null when the workspace has no such file. */
    Uni<Media> remove(UUID workspaceId, UUID id, UUID deletedBy, Instant when) {
        return tenant.connection(workspaceId, connection -> store.delete(connection, workspaceId, id)
                .call(media -> media == null
                        ? Uni.createFrom().voidItem()
                        : outbox.append(connection, workspaceId, 2, media.deletedEvent(deletedBy, when))));
    }

    /** One more than fits on the page, newest first. */
    Uni<List<Media>> list(UUID workspaceId, MediaFilter filter) {
        return tenant.connection(workspaceId, connection -> store.list(connection, workspaceId, filter));
    }

    /** Null when the workspace has no such file. */
    Uni<Media> find(UUID workspaceId, UUID id) {
        return tenant.connection(workspaceId, connection -> store.find(connection, workspaceId, id));
    }
}
