package io.posthorn.simulator.template;

import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The templates of one world's account. */
public final class Templates {
    private static final int FIRST_DIGIT = 6;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long BLOCKED = Duration.ofDays(30).toMillis();
    private static final int MOST_BLOCKED = 10_000;

    private final World world;
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Long> blockedUntil = new HashMap<>();
    private final Deque<Long> creations = new ArrayDeque<>();

    private Templates(World world) {
        this.world = world;
    }

    public static Templates of(World world) {
        return world.part(Templates.class, () -> new Templates(world));
    }

    public synchronized Optional<Template> find(String name, String language) {
        return Optional.ofNullable(ids.get(key(name, language))).map(templates::get);
    }

    public synchronized Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    public synchronized List<Template> named(String name) {
        return templates.values().stream()
                .filter(template -> template.name().equals(name))
                .toList();
    }

    public synchronized List<Template> all() {
        return List.copyOf(templates.values());
    }

    /** Adds one, unless the account's own rules speak against it. */
    public synchronized Template add(TemplateDraft draft) {
        refuseTaken(draft);
        refuseOtherCategory(draft);
        refuseTooMany();
        creations.addLast(world.clock().millis());
        return put(draft);
    }

    /** Adds one that another account had approved; only what is taken already speaks against it. */
    public synchronized Template takeOver(Template other) {
        refuseTaken(other.draft());
        refuseOtherCategory(other.draft());
        refuseFull();
        var template = put(other.draft());
        return change(template.id(), now -> now.becomes(TemplateStatus.APPROVED, Template.NO_REASON))
                .orElseThrow();
    }

    /** Fails when a language of the same name stands in another category. */
    public synchronized void refuseOtherCategory(TemplateDraft draft) {
        named(draft.name()).stream()
                .filter(other ->
                        !other.isOf(draft.category()) && !other.language().equals(draft.language()))
                .findFirst()
                .ifPresent(other -> {
                    throw TemplateRefusal.otherCategory(
                            draft.category(), other.draft().category());
                });
    }

    /** Changes a template that is still there. */
    public synchronized Optional<Template> change(String id, UnaryOperator<Template> change) {
        return Optional.ofNullable(templates.computeIfPresent(id, (same, template) -> change.apply(template)));
    }

    /** The name of an approved one is blocked for a while, in its language. */
    public synchronized void block(Template template) {
        if (template.is(TemplateStatus.APPROVED) && blockedUntil.size() < MOST_BLOCKED) {
            blockedUntil.put(key(template.draft()), world.clock().millis() + BLOCKED);
        }
    }

    public synchronized void remove(Template template) {
        templates.remove(template.id());
        ids.remove(key(template.draft()));
        TemplateUse.of(world).forget(template.id());
    }

    private Template put(TemplateDraft draft) {
        var template = Template.pending(world.nextObjectId(FIRST_DIGIT), draft);
        templates.put(template.id(), template);
        ids.put(key(draft), template.id());
        return template;
    }

    private void refuseTaken(TemplateDraft draft) {
        var language = TemplateLanguages.name(draft.language());
        var now = world.clock().millis();
        blockedUntil.values().removeIf(until -> until <= now);
        if (blockedUntil.containsKey(key(draft))) {
            throw TemplateRefusal.languageBeingDeleted(language);
        }
        find(draft.name(), draft.language()).ifPresent(other -> {
            throw other.is(TemplateStatus.PENDING_DELETION)
                    ? TemplateRefusal.languageBeingDeleted(language)
                    : TemplateRefusal.languageExists(language);
        });
    }

    private void refuseTooMany() {
        var perHour = world.settings().templates().creationsPerHour();
        while (!creations.isEmpty() && creations.peekFirst() <= world.clock().millis() - HOUR) {
            creations.pollFirst();
        }
        refuseFull();
        if (creations.size() >= perHour) {
            throw TemplateRefusal.tooManyCreations(perHour);
        }
    }

    private void refuseFull() {
        if (templates.size() >= world.settings().templates().most()) {
            throw TemplateRefusal.limitReached();
        }
    }

    private static String key(TemplateDraft draft) {
        return key(draft.name(), draft.language());
    }

    private static String key(String name, String language) {
        return name + " " + language;
    }
}
