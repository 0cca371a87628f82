package io.posthorn.template.builder.session;

import io.posthorn.kit.tenant.TenantKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
public class BuilderSessionRepository implements PanacheRepositoryBase<BuilderSession, TenantKey> {
    public Uni<Long> countOpen(UUID workspaceId, Instant now) {
        return count("key.workspaceId = ?1 and expiresAt > ?2 and templateId is null", workspaceId, now);
    }

    /** Locked until the transaction ends, so that two turns follow each other. */
    public Uni<BuilderSession> findForUpdate(TenantKey key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }
}
