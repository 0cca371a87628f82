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

/** The templates of one world; each account has its own names and limits. */
public final class Templates {
    private static final int FIRST_DIGIT = 6;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long BLOCKED = Duration.ofDays(30).toMillis();
    private static final int MOST_BLOCKED = 10_000;

    /** What is unique in a world: a name in a language, by account. */
    private record Key(String wabaId, String name, String language) {}

    private final World world;
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Map<Key, String> ids = new HashMap<>();
    private final Map<Key, Long> blockedUntil = new HashMap<>();
    private final Map<String, Deque<Long>> creations = new HashMap<>();

    private Templates(World world) {
        this.world = world;
    }

    public static Templates of(World world) {
        return world.part(Templates.class, () -> new Templates(world));
    }

    public synchronized Optional<Template> find(String wabaId, String name, String language) {
        return Optional.ofNullable(ids.get(new Key(wabaId, name, language))).map(templates::get);
    }

    public synchronized Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    public synchronized List<Template> named(String wabaId, String name) {
        return ofAccount(wabaId).stream()
                .filter(template -> template.name().equals(name))
                .toList();
    }

    public synchronized List<Template> ofAccount(String wabaId) {
        return templates.values().stream()
                .filter(template -> template.wabaId().equals(wabaId))
                .toList();
    }

    public synchronized List<Template> all() {
        return List.copyOf(templates.values());
    }

    /** Adds one, unless the account's own rules speak against it. */
    public synchronized Template add(String wabaId, TemplateDraft draft) {
        refuseTaken(wabaId, draft);
        refuseOtherCategory(wabaId, draft);
        refuseTooMany(wabaId);
        creations.get(wabaId).addLast(world.clock().millis());
        return put(wabaId, draft);
    }

    /** Adds one that another account had approved; only what is taken already speaks against it. */
    public synchronized Template takeOver(String wabaId, Template other) {
        refuseTaken(wabaId, other.draft());
        refuseOtherCategory(wabaId, other.draft());
        refuseFull(wabaId);
        var template = put(wabaId, other.draft());
        return change(template.id(), now -> now.becomes(TemplateStatus.APPROVED, Template.NO_REASON))
                .orElseThrow();
    }

    public synchronized void recall(Template template) {
        templates.put(template.id(), template);
        ids.put(key(template), template.id());
    }

    /** Fails when another language of the same name stands in another category. */
    public synchronized void refuseOtherCategory(String wabaId, TemplateDraft draft) {
        named(wabaId, draft.name()).stream()
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
            blockedUntil.put(key(template), world.clock().millis() + BLOCKED);
        }
    }

    public synchronized void remove(Template template) {
        templates.remove(template.id());
        ids.remove(key(template));
        TemplateUse.of(world).forget(template.id());
    }

    private Template put(String wabaId, TemplateDraft draft) {
        var template = Template.pending(world.nextObjectId(FIRST_DIGIT), wabaId, draft);
        templates.put(template.id(), template);
        ids.put(key(template), template.id());
        return template;
    }

    private void refuseTaken(String wabaId, TemplateDraft draft) {
        var language = TemplateLanguages.name(draft.language());
        var now = world.clock().millis();
        blockedUntil.values().removeIf(until -> until <= now);
        if (blockedUntil.containsKey(new Key(wabaId, draft.name(), draft.language()))) {
            throw TemplateRefusal.languageBeingDeleted(language);
        }
        find(wabaId, draft.name(), draft.language()).ifPresent(other -> {
            throw other.is(TemplateStatus.PENDING_DELETION)
                    ? TemplateRefusal.languageBeingDeleted(language)
                    : TemplateRefusal.languageExists(language);
        });
    }

    private void refuseTooMany(String wabaId) {
        var perHour = world.settings().templates().creationsPerHour();
        var recent = creations.computeIfAbsent(wabaId, id -> new ArrayDeque<>());
        while (!recent.isEmpty() && recent.peekFirst() <= world.clock().millis() - HOUR) {
            recent.pollFirst();
        }
        refuseFull(wabaId);
        if (recent.size() >= perHour) {
            throw TemplateRefusal.tooManyCreations(perHour);
        }
    }

    private void refuseFull(String wabaId) {
        if (ofAccount(wabaId).size() >= world.settings().templates().most()) {
            throw TemplateRefusal.limitReached();
        }
    }

    private static Key key(Template template) {
        return new Key(template.wabaId(), template.name(), template.language());
    }
}
