package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Drafts templates, keeps their versions, and finds them again. */
@ApplicationScoped
public class TemplateService {
    private static final int MOST_VERSIONS = 100;

    private final TenantTransaction tenant;
    private final CurrentCaller caller;
    private final TemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    TemplateService(
            TenantTransaction tenant,
            CurrentCaller caller,
            TemplateRepository templates,
            TemplateVersionRepository versions,
            Outbox outbox,
            Idempotency idempotency,
            Clock clock) {
        this.tenant = tenant;
        this.caller = caller;
        this.templates = templates;
        this.versions = versions;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Stores the template, its first version and its announcement together, so none can exist without the others. */
    public Uni<TemplateView> create(TemplateDraft draft) {
        var author = caller.get();
        return tenant.session(() -> idempotency.once(
                draft, TemplateView.class, () -> add(draft, author).map(TemplateView::of)));
    }

    /** One that was put together by a conversation. */
    public Uni<TemplateView> create(TemplateDefinition definition) {
        return create(TemplateDraft.of(definition));
    }

    private Uni<Template> add(TemplateDraft draft, Caller author) {
        return templates
                .add(Template.drafted(author.workspaceId(), draft, now()))
                .call(template -> versions.persist(template.currentVersion(author.userId())))
                .call(template -> outbox.append(
                        author.workspaceId(), template.eventVersion(), template.draftedEvent(author.userId())));
    }

    public Uni<TemplateView> find(UUID id) {
        var key = key(id);
        return tenant.session(() -> templates.findById(key).map(found -> existing(found, id)))
                .map(TemplateView::of);
    }

    Uni<Page<TemplateView>> list(TemplateFilter filter, PageRequest page) {
        var status = filter.status();
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.session(() -> templates.findPage(
                        caller.get().workspaceId(), status, filter.name, filter.language, cursor, rows))
                .map(found -> Page.of(page, found, last -> Cursor.of(last.key().id())))
                .map(found -> found.map(TemplateView::of));
    }

    /** Stores the new content and its version together. */
    Uni<TemplateView> change(UUID id, ChangeTemplateRequest request) {
        var key = key(id);
        var author = caller.get();
        return tenant.session(() -> templates
                .findForUpdate(key)
                .map(found -> existing(found, id))
                .invoke(Template::requireOpen)
                .invoke(template -> template.change(request.changing(template).content(), now()))
                .call(template -> versions.persistAndFlush(template.currentVersion(author.userId())))
                .map(TemplateView::of));
    }

    Uni<TemplateView> duplicate(UUID id, DuplicateTemplateRequest request) {
        var key = key(id);
        return tenant.session(() -> templates.findById(key).map(found -> existing(found, id)))
                .map(request::copying)
                .chain(this::create);
    }

    /** All that there are, as they stand. */
    public Uni<List<TemplateDraft>> all(int most) {
        return tenant.session(() -> templates.findPage(caller.get().workspaceId(), null, null, null, null, most))
                .map(found -> found.stream()
                        .map(template -> new TemplateDraft(template.name(), template.language(), template.content()))
                        .toList());
    }

    /** Drafts what is new and makes versions of what has changed, all in one transaction. */
    public Uni<ImportView> takeAll(List<TemplateDraft> drafts) {
        var author = caller.get();
        return tenant.session(() -> Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> take(draft, author))
                .collect()
                .asList()
                .map(ImportView::of));
    }

    private Uni<ImportView.Effect> take(TemplateDraft draft, Caller author) {
        return templates
                .findNamed(author.workspaceId(), draft.name(), draft.language())
                .chain(found -> found == null
                        ? add(draft, author).replaceWith(ImportView.Effect.DRAFTED)
                        : takeInto(found, draft, author));
    }

    private Uni<ImportView.Effect> takeInto(Template template, TemplateDraft draft, Caller author) {
        if (draft.isSameAs(template)) {
            return Uni.createFrom().item(ImportView.Effect.UNCHANGED);
        }
        template.change(draft.content(), now());
        return versions.persistAndFlush(template.currentVersion(author.userId()))
                .replaceWith(ImportView.Effect.CHANGED);
    }

    /** Another version's content once more, as a new version. */
    public Uni<TemplateView> restore(UUID id, int number) {
        var key = key(id);
        var author = caller.get();
        return tenant.session(() -> versions.find(key, number)
                .map(found -> existing(found, number))
                .chain(version -> templates
                        .findForUpdate(key)
                        .map(found -> existing(found, id))
                        .invoke(template -> template.change(version.content(), now())))
                .call(template -> versions.persistAndFlush(template.currentVersion(author.userId())))
                .map(TemplateView::of));
    }

    /** A template's content at some version; null for the one that it has now. */
    public Uni<NumberedContent> content(UUID id, Integer number) {
        var key = key(id);
        return tenant.session(() -> templates
                .findById(key)
                .map(found -> existing(found, id))
                .map(template -> number == null ? template.versionNumber() : number)
                .chain(wanted -> versions.find(key, wanted).map(found -> existing(found, wanted)))
                .map(TemplateVersion::numbered));
    }

    /** The newest first; of a template with very many versions the newest ones. */
    Uni<Page<VersionView>> versions(UUID id) {
        var key = key(id);
        return tenant.session(() -> templates
                        .findById(key)
                        .map(found -> existing(found, id))
                        .chain(template -> versions.newest(key, MOST_VERSIONS)))
                .map(found -> new Page<>(found.stream().map(VersionView::of).toList(), null, false));
    }

    private TenantKey key(UUID id) {
        return new TenantKey(caller.get().workspaceId(), id);
    }

    private static TemplateVersion existing(TemplateVersion found, int number) {
        if (found == null) {
            throw new ProblemException(TemplateProblems.NOT_FOUND, "No version " + number);
        }
        return found;
    }

    private static Template existing(Template found, UUID id) {
        if (found == null) {
            throw new ProblemException(TemplateProblems.NOT_FOUND, "No template " + id);
        }
        return found;
    }

    /** As exact as PostgreSQL keeps it, so that an answer and a later read agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
