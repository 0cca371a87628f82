package io.posthorn.messaging.contact;

import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.tenant.TenantKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, TenantKey> {
    Uni<List<Contact>> page(UUID workspaceId, PageRequest page) {
        var order = Sort.by("key.id");
        var query = page.cursor() == null
                ? find("key.workspaceId = ?1", order, workspaceId)
                : find(
                        "key.workspaceId = ?1 and key.id > ?2",
                        order,
                        workspaceId,
                        page.cursor().id());
        return query.range(0, page.rowsToRead() - 1).list();
    }
}
