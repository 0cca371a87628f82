package io.posthorn.template.submission;

import io.posthorn.cloudapi.client.ProviderTemplate;
import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.contracts.channel.TemplateStatusReported;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.inbox.Inbox;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.template.quota.Quotas;
import io.posthorn.template.quota.Step;
import io.posthorn.template.template.TemplateStatus;
import io.posthorn.template.version.ApprovalStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Moves templates by what Meta says, and tells the others; each change and its event are stored together. */
@ApplicationScoped
class ReportService {
    private static final Logger LOG = Logger.getLogger(ReportService.class);
    private static final String CONSUMER = "template-reports";

    private final Inbox inbox;
    private final SubmissionStore store;
    private final Outbox outbox;
    private final ApprovalStore approvals;
    private final Quotas quotas;

    ReportService(Inbox inbox, SubmissionStore store, Outbox outbox, ApprovalStore approvals, Quotas quotas) {
        this.inbox = inbox;
        this.store = store;
        this.outbox = outbox;
        this.approvals = approvals;
        this.quotas = quotas;
    }

    /** One record of the channel topic; most of them are not about templates. */
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.once(CONSUMER, record, this::receive);
    }

    /** Meta took a submission. When a report was faster than this answer, the report stands. */
    Uni<Void> accepted(SqlConnection connection, Submission submission, ProviderTemplate there, Instant now) {
        var category = TemplateCategory.named(there.category()).map(Enum::name).orElse(submission.category());
        return store.accepted(connection, submission, there.id(), category)
                .chain(version -> version.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : told(connection, submission, version.get())
                                .chain(() -> submission
                                        .step(submission.wabaId())
                                        .map(step -> quotas.taken(connection, submission.workspaceId(), step, now))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                                .chain(() -> seen(connection, submission, there, now))
                                .replaceWithVoid());
    }

    /** What Meta answered when it was asked; true when that was news. */
    Uni<Boolean> seen(SqlConnection connection, Submission submission, ProviderTemplate there, Instant now) {
        var report = Report.of(there, now.truncatedTo(ChronoUnit.SECONDS));
        return store.lock(connection, submission.workspaceId(), submission.templateId())
                .chain(locked -> note(connection, locked, there, now)
                        .chain(noted -> report.meaning()
                                        .filter(status -> status != locked.status())
                                        .isEmpty()
                                ? Uni.createFrom().item(noted)
                                : move(connection, locked, report).replaceWith(true)));
    }

    /** Category and quality. An approved template whose category changes is told as approved once more, for sends depend on it. */
    private Uni<Boolean> note(SqlConnection connection, Submission locked, ProviderTemplate there, Instant now) {
        var category = TemplateCategory.named(there.category()).map(Enum::name).orElse(locked.category());
        return store.note(connection, locked, category, known(there.quality()), there.expectedCategory())
                .chain(version -> version.isEmpty()
                        ? Uni.createFrom().item(false)
                        : store.lock(connection, locked.workspaceId(), locked.templateId())
                                .chain(moved ->
                                        locked.status() != TemplateStatus.APPROVED || category.equals(locked.category())
                                                ? Uni.createFrom().voidItem()
                                                : tell(connection, moved, null, now, version.get()))
                                .replaceWith(true));
    }

    /** A new template's score says that there is none. */
    private static String known(String quality) {
        return "UNKNOWN".equals(quality) ? null : quality;
    }

    /** Meta does not know it any more. */
    Uni<Boolean> gone(SqlConnection connection, Submission submission, Instant now) {
        return deleted(connection, submission, now).replaceWith(true);
    }

    Uni<Void> deleted(SqlConnection connection, Submission submission, Instant now) {
        return store.delete(connection, submission)
                .call(version -> version.isEmpty() || submission.status() != TemplateStatus.APPROVED
                        ? Uni.createFrom().voidItem()
                        : quotas.taken(
                                connection,
                                submission.workspaceId(),
                                new Step(
                                        Step.Kind.DELETION,
                                        submission.wabaId(),
                                        submission.name(),
                                        submission.language()),
                                now))
                .chain(version -> version.isEmpty() || submission.providerTemplateId() == null
                        ? Uni.createFrom().voidItem()
                        : tell(connection, submission.in(TemplateStatus.DELETED), null, now, version.get()));
    }

    private Uni<Void> receive(SqlConnection connection, IncomingEvent event) {
        return event.event() instanceof TemplateStatusReported reported
                ? receive(connection, event, reported)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> receive(SqlConnection connection, IncomingEvent event, TemplateStatusReported reported) {
        var report = Report.of(reported);
        return store.lockReported(
                        connection, event.workspaceId(), reported.wabaId(), reported.name(), reported.language())
                .chain(template -> template == null || !report.isNewsFor(template)
                        ? Uni.createFrom().voidItem()
                        : move(connection, template, report));
    }

    private Uni<Void> move(SqlConnection connection, Submission template, Report report) {
        var meaning = report.meaning();
        if (meaning.isEmpty()) {
            LOG.infof("Meta says %s of template %s; its state stays", report.status(), template.templateId());
            return Uni.createFrom().voidItem();
        }
        var moved = template.in(meaning.get());
        return store.report(connection, template, report, moved.status())
                .invoke(() -> LOG.infof("Template %s is %s", moved.templateId(), moved.status()))
                .call(() -> moved.status() == TemplateStatus.APPROVED
                        ? approvals.approvedByMeta(
                                connection, moved.workspaceId(), moved.templateId(), moved.versionAtMeta(), report.at())
                        : Uni.createFrom().voidItem())
                .chain(version -> moved.status() == template.status()
                        ? Uni.createFrom().voidItem()
                        : tell(connection, moved, report.reason(), report.at(), version));
    }

    private Uni<Void> told(SqlConnection connection, Submission submission, long version) {
        return store.lock(connection, submission.workspaceId(), submission.templateId())
                .chain(stored -> outbox.append(connection, stored.workspaceId(), version, stored.submittedEvent()));
    }

    private Uni<Void> tell(SqlConnection connection, Submission submission, String reason, Instant when, long version) {
        return submission
                .event(reason, when)
                .map(event -> outbox.append(connection, submission.workspaceId(), version, event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
