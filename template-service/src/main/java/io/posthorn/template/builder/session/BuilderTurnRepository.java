package io.posthorn.template.builder.session;

import io.posthorn.kit.tenant.TenantKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class BuilderTurnRepository implements PanacheRepositoryBase<BuilderTurn, BuilderTurn.Key> {
    /** The newest ones, the oldest of them first. */
    public Uni<List<BuilderTurn>> last(TenantKey session, int limit) {
        return find(
                        "key.workspaceId = ?1 and key.sessionId = ?2",
                        Sort.descending("key.number"),
                        session.workspaceId(),
                        session.id())
                .page(0, limit)
                .list()
                .map(List::reversed);
    }
}
