package io.posthorn.messaging.template;

import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDeleted;
import io.posthorn.contracts.template.TemplateDisabled;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
import io.posthorn.kit.event.IncomingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the snapshots true to template-service's events. */
@ApplicationScoped
class TemplateSnapshotService {
    private final TemplateSnapshotStore store;

    TemplateSnapshotService(TemplateSnapshotStore store) {
        this.store = store;
    }

    Uni<Void> take(SqlConnection connection, IncomingEvent event) {
        return change(event)
                .map(change -> store.take(connection, event.workspaceId(), change))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Empty for events that say nothing about sending. */
    private static Optional<TemplateChange> change(IncomingEvent incoming) {
        var version = incoming.version();
        return Optional.ofNullable(
                switch (incoming.event()) {
                    case TemplateSubmitted told ->
                        change(
                                told.templateId(),
                                key(told.wabaId(), told.name(), told.language()),
                                told.category(),
                                "submitted",
                                null,
                                told.components(),
                                version);
                    case TemplateApproved told ->
                        change(
                                told.templateId(),
                                key(told.wabaId(), told.name(), told.language()),
                                told.category(),
                                "approved",
                                null,
                                told.components(),
                                version);
                    case TemplateRejected told ->
                        change(
                                told.templateId(),
                                key(told.wabaId(), told.name(), told.language()),
                                told.category(),
                                "rejected",
                                told.reason(),
                                null,
                                version);
                    case TemplatePaused told ->
                        change(
                                told.templateId(),
                                key(told.wabaId(), told.name(), told.language()),
                                told.category(),
                                "paused",
                                told.reason(),
                                null,
                                version);
                    case TemplateDisabled told ->
                        change(
                                told.templateId(),
                                key(told.wabaId(), told.name(), told.language()),
                                told.category(),
                                "disabled",
                                told.reason(),
                                null,
                                version);
                    case TemplateDeleted told ->
                        change(
                                told.templateId(),
                                key(told.wabaId(), told.name(), told.language()),
                                "",
                                "deleted",
                                null,
                                null,
                                version);
                    default -> null;
                });
    }

    private static TemplateChange change(
            UUID id,
            TemplateKey key,
            String category,
            String status,
            String reason,
            List<Map<String, Object>> components,
            long version) {
        var content = components == null ? null : new JsonArray(components);
        // A draft that never went to Meta has no account, and cannot be sent.
        return key.wabaId() == null
                ? null
                : new TemplateChange(id, key, category == null ? "" : category, status, reason, content, version);
    }

    private static TemplateKey key(String wabaId, String name, String language) {
        return new TemplateKey(wabaId, name, language);
    }
}
