package io.posthorn.template.submission;

import io.posthorn.cloudapi.client.ProviderTemplate;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.template.quota.Quotas;
import io.posthorn.template.template.TemplateProblems;
import io.posthorn.template.template.TemplateService;
import io.posthorn.template.template.TemplateStatus;
import io.posthorn.template.template.TemplateView;
import io.posthorn.template.version.ApprovalStore;
import io.posthorn.template.version.VersionProblems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * Hands templates to Meta. No remote call stands inside a transaction: first it is written down that Meta may have the
 * template, then Meta is called, then its answer is stored. Whoever dies in between leaves a template that is
 * {@code submitting}; submitting it again, or the repair, looks it up at Meta first.
 */
@ApplicationScoped
public class SubmissionService {
    private final TenantTransaction tenant;
    private final SubmissionStore store;
    private final Neighbours neighbours;
    private final MetaTemplates meta;
    private final ReportService reports;
    private final ApprovalStore approvals;
    private final Quotas quotas;
    private final TemplateService templates;
    private final CurrentCaller caller;
    private final Clock clock;

    SubmissionService(
            TenantTransaction tenant,
            SubmissionStore store,
            Neighbours neighbours,
            MetaTemplates meta,
            ReportService reports,
            ApprovalStore approvals,
            Quotas quotas,
            TemplateService templates,
            CurrentCaller caller,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.neighbours = neighbours;
        this.meta = meta;
        this.reports = reports;
        this.approvals = approvals;
        this.quotas = quotas;
        this.templates = templates;
        this.caller = caller;
        this.clock = clock;
    }

    /** Submitting what Meta has already changes nothing, so a repeated request is safe without a key. */
    Uni<TemplateView> submit(UUID id, UUID channelId) {
        var who = caller.get();
        return find(who.workspaceId(), id)
                .chain(template -> template.isAtMetaThrough(channelId)
                        ? Uni.createFrom().voidItem()
                        : handIn(template, channelId, who.userId()))
                .chain(() -> templates.find(id));
    }

    /** For the repair: an attempt whose end nobody saw. */
    Uni<Void> resume(Submission attempt) {
        return handIn(attempt, attempt.channelId(), attempt.submittedBy());
    }

    /** Deletes it at Meta first: deleting again is safe, forgetting it there is not. */
    Uni<Void> delete(UUID id) {
        return find(caller.get().workspaceId(), id)
                .invoke(SubmissionService::requireSettled)
                .call(this::deleteAtMeta)
                .chain(template -> tenant.connection(connection -> reports.deleted(connection, template, now())));
    }

    private Uni<Void> handIn(Submission template, UUID channelId, UUID by) {
        check(template, channelId);
        var workspace = template.workspaceId();
        return neighbours.connection(workspace, channelId).chain(connection -> neighbours
                .headerHandles(workspace, template.files(), channelId)
                .chain(handles -> begin(template, channelId, connection.wabaId(), by)
                        .chain(attempt -> handIn(attempt, connection, handles))));
    }

    private Uni<Void> handIn(Attempt attempt, ChannelConnection connection, Map<UUID, String> handles) {
        var submission = attempt.submission();
        if (submission.status() != TemplateStatus.SUBMITTING) {
            return Uni.createFrom().voidItem();
        }
        return meta.handIn(connection.credentials(), submission, handles, attempt.repeated())
                .onFailure(NotTaken.class)
                .call(() -> giveBack(submission))
                .onFailure(NotTaken.class)
                .transform(refusal -> ((NotTaken) refusal).problem())
                .chain(there -> accept(submission, there));
    }

    /** Writes down that Meta may have it from now on, unless somebody else was faster. */
    private Uni<Attempt> begin(Submission template, UUID channelId, String wabaId, UUID by) {
        var workspace = template.workspaceId();
        return tenant.connection(workspace, connection -> store.lock(connection, workspace, template.templateId())
                .chain(locked -> locked.isAtMetaThrough(channelId)
                        ? Uni.createFrom().item(new Attempt(locked, true))
                        : begin(connection, locked, channelId, wabaId, by)));
    }

    private Uni<Attempt> begin(SqlConnection connection, Submission locked, UUID channelId, String wabaId, UUID by) {
        check(locked, channelId);
        return mayBegin(connection, locked, wabaId)
                .chain(() -> store.begin(connection, locked, channelId, wabaId, by, now()))
                .chain(() -> store.lock(connection, locked.workspaceId(), locked.templateId()))
                .map(begun -> new Attempt(begun, locked.status() == TemplateStatus.SUBMITTING));
    }

    /** What has begun goes on; anything new needs the approvals that the workspace wants, and room in Meta's limits. */
    private Uni<Void> mayBegin(SqlConnection connection, Submission locked, String wabaId) {
        if (locked.status() == TemplateStatus.SUBMITTING) {
            return Uni.createFrom().voidItem();
        }
        return approvals
                .mayGo(connection, locked.workspaceId(), locked.templateId(), locked.version())
                .invoke(may -> {
                    if (!may) {
                        throw VersionProblems.approvalNeeded(locked.version());
                    }
                })
                .chain(() -> locked.step(wabaId)
                        .map(step -> quotas.check(connection, locked.workspaceId(), step, now()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> giveBack(Submission attempt) {
        return tenant.connection(attempt.workspaceId(), connection -> store.giveBack(connection, attempt));
    }

    private Uni<Void> accept(Submission submission, ProviderTemplate there) {
        return tenant.connection(
                submission.workspaceId(), connection -> reports.accepted(connection, submission, there, now()));
    }

    private Uni<Submission> find(UUID workspaceId, UUID id) {
        return tenant.connection(workspaceId, connection -> store.find(connection, workspaceId, id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(TemplateProblems.NOT_FOUND, "No template " + id));
    }

    private Uni<Void> deleteAtMeta(Submission template) {
        return template.providerTemplateId() == null
                ? Uni.createFrom().voidItem()
                : neighbours
                        .connection(template.workspaceId(), template.channelId())
                        .chain(connection -> meta.delete(connection.credentials(), template));
    }

    private static void check(Submission template, UUID channelId) {
        if (!template.mayBeSubmittedThrough(channelId)) {
            throw locked(template);
        }
        var broken = template.form().refusals();
        if (!broken.isEmpty()) {
            throw new ProblemException(TemplateProblems.INVALID, "The template is not complete", broken);
        }
    }

    private static void requireSettled(Submission template) {
        if (template.status() == TemplateStatus.SUBMITTING) {
            throw locked(template);
        }
    }

    private static ProblemException locked(Submission template) {
        return new ProblemException(
                TemplateProblems.LOCKED, "Template %s is %s".formatted(template.templateId(), template.status()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
