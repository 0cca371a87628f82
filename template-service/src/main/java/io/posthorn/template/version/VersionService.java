package io.posthorn.template.version;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.template.template.NumberedContent;
import io.posthorn.template.template.TemplateService;
import io.posthorn.template.template.TemplateView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Compares versions, approves them, and brings old ones back. */
@ApplicationScoped
public class VersionService {
    private final TemplateService templates;
    private final ApprovalStore approvals;
    private final TenantTransaction tenant;
    private final CurrentCaller caller;
    private final Clock clock;

    VersionService(
            TemplateService templates,
            ApprovalStore approvals,
            TenantTransaction tenant,
            CurrentCaller caller,
            Clock clock) {
        this.templates = templates;
        this.approvals = approvals;
        this.tenant = tenant;
        this.caller = caller;
        this.clock = clock;
    }

    /** Without {@code to} the newest version, without {@code from} the one before. */
    Uni<DiffView> diff(UUID id, Integer from, Integer to) {
        return templates.content(id, to).chain(newer -> {
            var older = from == null ? Math.max(1, newer.number() - 1) : from;
            return templates.content(id, older).map(before -> DiffView.of(before, newer));
        });
    }

    /** Four eyes: never by the one who wrote it. */
    Uni<TemplateView> approve(UUID id, ApproveVersionRequest request) {
        var who = caller.get();
        return templates
                .content(id, request.version())
                .invoke(version -> {
                    if (who.userId().equals(version.writtenBy())) {
                        throw VersionProblems.own(version.number());
                    }
                })
                .chain(version -> tenant.connection(connection -> approvals.approve(
                        connection,
                        who.workspaceId(),
                        id,
                        version.number(),
                        who.userId(),
                        request.note(),
                        clock.instant())))
                .chain(() -> templates.find(id));
    }

    Uni<TemplateView> rollBack(UUID id, RollBackRequest request) {
        var workspace = caller.get().workspaceId();
        return templates
                .content(id, null)
                .chain(newest -> request.version() != null
                        ? Uni.createFrom().item(request.version())
                        : lastApproved(workspace, id, newest))
                .chain(version -> templates.restore(id, version));
    }

    Uni<ApprovalPolicy> policy() {
        return tenant.connection(connection ->
                        approvals.isRequired(connection, caller.get().workspaceId()))
                .map(ApprovalPolicy::new);
    }

    Uni<ApprovalPolicy> change(ApprovalPolicy policy) {
        var who = caller.get();
        return tenant.connection(connection -> approvals.require(
                        connection, who.workspaceId(), policy.required(), who.userId(), clock.instant()))
                .replaceWith(policy);
    }

    private Uni<Integer> lastApproved(UUID workspace, UUID id, NumberedContent newest) {
        return tenant.connection(connection -> approvals.lastApprovedBefore(connection, workspace, id, newest.number()))
                .onItem()
                .ifNull()
                .failWith(VersionProblems::noneApproved);
    }
}
