package io.posthorn.media.media;

import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

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
    Uni<Media> register(Media media) {
        var workspaceId = media.storage().workspaceId();
        return tenant.connection(
                workspaceId,
                connection -> idempotency.once(
                        connection, media.uploaded(), Media.class, () -> store.insert(connection, media)
                                .chain(() -> outbox.append(connection, workspaceId, 1, media.storedEvent()))
                                .replaceWith(media)));
    }

    /** Null when the workspace has no such file. */
    Uni<Media> find(UUID workspaceId, UUID id) {
        return tenant.connection(workspaceId, connection -> store.find(connection, workspaceId, id));
    }
}
