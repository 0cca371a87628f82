package io.posthorn.template.template;

import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<Template, TenantKey> {
    /** Two requests may bring the same name at the same instant, so the database decides. */
    Uni<Template> add(Template template) {
        return persistAndFlush(template)
                .onFailure(TemplateRepository::nameIsTaken)
                .transform(taken -> new ProblemException(
                        TemplateProblems.EXISTS,
                        "There is a template %s in %s".formatted(template.name(), template.language())));
    }

    /** The newest first. */
    Uni<List<Template>> findPage(UUID workspaceId, Cursor after, int limit) {
        var newestFirst = Sort.descending("key.id");
        var found = after == null
                ? find("key.workspaceId = ?1", newestFirst, workspaceId)
                : find("key.workspaceId = ?1 and key.id < ?2", newestFirst, workspaceId, after.id());
        return found.page(0, limit).list();
    }

    private static boolean nameIsTaken(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException refused
                    && "template_name_language".equals(refused.getConstraintName())) {
                return true;
            }
        }
        return false;
    }
}
