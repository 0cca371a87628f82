package io.posthorn.template.builder;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.template.builder.engine.Review;
import io.posthorn.template.builder.session.BuilderProblems;
import io.posthorn.template.builder.session.BuilderSession;
import io.posthorn.template.builder.session.BuilderSessionRepository;
import io.posthorn.template.template.TemplateService;
import io.posthorn.template.template.TemplateView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the draft of a session a template, in one transaction and once. */
@ApplicationScoped
public class ExportService {
    private final TenantTransaction tenant;
    private final CurrentCaller caller;
    private final BuilderSessionRepository sessions;
    private final TemplateService templates;
    private final Clock clock;

    ExportService(
            TenantTransaction tenant,
            CurrentCaller caller,
            BuilderSessionRepository sessions,
            TemplateService templates,
            Clock clock) {
        this.tenant = tenant;
        this.caller = caller;
        this.sessions = sessions;
        this.templates = templates;
        this.clock = clock;
    }

    /** A second time it is the same template. */
    Uni<TemplateView> export(UUID id) {
        var key = new TenantKey(caller.get().workspaceId(), id);
        return tenant.session(() -> sessions.findForUpdate(key)
                .map(found -> BuilderSession.alive(found, clock.instant()))
                .chain(this::exported));
    }

    private Uni<TemplateView> exported(BuilderSession session) {
        if (session.templateId() != null) {
            return templates.find(session.templateId());
        }
        requireComplete(Review.of(session.state().draft()));
        return templates
                .create(session.state().draft().definition())
                .invoke(template -> session.exported(template.id(), clock.instant()));
    }

    private static void requireComplete(Review review) {
        if (!review.passes()) {
            var missing = review.missing().stream()
                    .map(part -> new Violation("/draft/" + part, part + "_missing", "The draft has none yet"));
            var broken = review.issues().stream()
                    .map(one -> new Violation("/draft" + one.pointer(), one.code(), one.message()));
            throw new ProblemException(
                    BuilderProblems.INCOMPLETE,
                    "Some parts are missing or break a rule",
                    Stream.concat(missing, broken).toList());
        }
    }
}
