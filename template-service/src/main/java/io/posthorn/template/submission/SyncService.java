package io.posthorn.template.submission;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.template.template.TemplateStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks Meta about templates of which nothing was heard; webhooks can be lost, and attempts can die. */
@ApplicationScoped
class SyncService {
    private static final Logger LOG = Logger.getLogger(SyncService.class);

    private final SubmissionConfig config;
    private final TenantTransaction tenant;
    private final WorkerTransaction worker;
    private final SubmissionStore store;
    private final Neighbours neighbours;
    private final MetaTemplates meta;
    private final ReportService reports;
    private final SubmissionService submissions;
    private final CurrentCaller caller;
    private final Clock clock;

    SyncService(
            SubmissionConfig config,
            TenantTransaction tenant,
            WorkerTransaction worker,
            SubmissionStore store,
            Neighbours neighbours,
            MetaTemplates meta,
            ReportService reports,
            SubmissionService submissions,
            CurrentCaller caller,
            Clock clock) {
        this.config = config;
        this.tenant = tenant;
        this.worker = worker;
        this.store = store;
        this.neighbours = neighbours;
        this.meta = meta;
        this.reports = reports;
        this.submissions = submissions;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's templates that Meta has, at once. */
    Uni<SyncView> sync() {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> store.atMeta(connection, workspace, config.askMost()))
                .map(found -> found.stream()
                        .filter(template -> template.status() != TemplateStatus.SUBMITTING || isOld(template))
                        .toList())
                .chain(this::ask);
    }

    /** Everybody's templates that have waited for long, and others of which nothing was heard for longer. */
    Uni<SyncView> syncOverdue() {
        var now = clock.instant();
        return worker.connection(connection -> store.overdue(
                        connection, now.minus(config.askAfter()), now.minus(config.watchAfter()), config.askMost()))
                .chain(this::ask);
    }

    private Uni<SyncView> ask(List<Submission> waiting) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(this::ask)
                .collect()
                .asList()
                .map(changes -> new SyncView(changes.size(), (int)
                        changes.stream().filter(changed -> changed).count()));
    }

    /** Remembers first that it was asked, so that one whose question fails does not keep others waiting. */
    private Uni<Boolean> ask(Submission template) {
        var workspace = template.workspaceId();
        return tenant.connection(workspace, connection -> store.looked(connection, template, clock.instant()))
                .chain(() -> template.status() == TemplateStatus.SUBMITTING
                        ? submissions.resume(template).replaceWith(true)
                        : read(template))
                .onFailure(ProblemException.class)
                .invoke(failure -> LOG.warnf(
                        "Meta was not asked about template %s: %s", template.templateId(), failure.getMessage()))
                .onFailure(ProblemException.class)
                .recoverWithItem(false);
    }

    private Uni<Boolean> read(Submission template) {
        var asked = clock.instant();
        return neighbours
                .connection(template.workspaceId(), template.channelId())
                .chain(connection -> meta.look(connection.credentials(), template))
                .chain(there -> tenant.connection(template.workspaceId(), connection -> there.map(
                                found -> reports.seen(connection, template, found, asked))
                        .orElseGet(() -> reports.gone(connection, template, asked))));
    }

    /** A younger attempt is probably still running. */
    private boolean isOld(Submission attempt) {
        Instant limit = clock.instant().minus(config.callTimeout().multipliedBy(2));
        return attempt.submittedAt().isBefore(limit);
    }
}
