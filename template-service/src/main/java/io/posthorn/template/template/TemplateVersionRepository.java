package io.posthorn.template.template;

import io.posthorn.kit.tenant.TenantKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TemplateVersionRepository implements PanacheRepositoryBase<TemplateVersion, TemplateVersionKey> {
    Uni<TemplateVersion> find(TenantKey template, int number) {
        return findById(new TemplateVersionKey(template.workspaceId(), template.id(), number));
    }

    /** The newest first. */
    Uni<List<TemplateVersion>> newest(TenantKey template, int limit) {
        return find(
                        "key.workspaceId = ?1 and key.templateId = ?2",
                        Sort.descending("key.number"),
                        template.workspaceId(),
                        template.id())
                .page(0, limit)
                .list();
    }
}
