package io.posthorn.template.template;

import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    /** Locked until the transaction ends, so that two changes follow each other. */
    Uni<Template> findForUpdate(TenantKey key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locked; null when there is none. */
    Uni<Template> findNamed(UUID workspaceId, String name, String language) {
        return find(
                        "key.workspaceId = ?1 and name = ?2 and language = ?3 and status <> ?4",
                        workspaceId,
                        name,
                        language,
                        TemplateStatus.DELETED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The newest first; null narrows nothing. Deleted ones only where they are asked for. */
    Uni<List<Template>> findPage(
            UUID workspaceId, TemplateStatus status, String name, String language, Cursor after, int limit) {
        var query = new StringBuilder("key.workspaceId = :workspace");
        var parameters = Parameters.with("workspace", workspaceId);
        narrow(
                query,
                parameters,
                status == null ? "status <> :status" : "status = :status",
                "status",
                status == null ? TemplateStatus.DELETED : status);
        narrow(query, parameters, "name = :name", "name", name);
        narrow(query, parameters, "language = :language", "language", language);
        narrow(query, parameters, "key.id < :after", "after", after == null ? null : after.id());
        return find(query.toString(), Sort.descending("key.id"), parameters)
                .page(0, limit)
                .list();
    }

    private static void narrow(
            StringBuilder query, Parameters parameters, String condition, String parameter, Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.and(parameter, value);
        }
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
