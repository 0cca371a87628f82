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

    synchronized Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    synchronized List<Template> named(String name) {
        return templates.values().stream()
                .filter(template -> template.name().equals(name))
                .toList();
    }

    synchronized List<Template> all() {
        return List.copyOf(templates.values());
    }

    /** Adds one, unless the account's own rules speak against it. */
    synchronized Template add(TemplateDraft draft) {
        refuseTaken(draft);
        refuseOtherCategory(draft);
        refuseTooMany();
        var template = Template.pending(world.nextObjectId(FIRST_DIGIT), draft);
        templates.put(template.id(), template);
        ids.put(key(draft), template.id());
        creations.addLast(world.clock().millis());
        return template;
    }

    /** Changes a template that is still there. */
    synchronized Optional<Template> change(String id, UnaryOperator<Template> change) {
        return Optional.ofNullable(templates.computeIfPresent(id, (same, template) -> change.apply(template)));
    }

    /** A name that was approved is blocked for a while, in its language. */
    synchronized void remove(Template template) {
        templates.remove(template.id());
        ids.remove(key(template.draft()));
        if (template.status() == TemplateStatus.APPROVED && blockedUntil.size() < MOST_BLOCKED) {
            blockedUntil.put(key(template.draft()), world.clock().millis() + BLOCKED);
        }
    }

    private void refuseTaken(TemplateDraft draft) {
        var language = TemplateLanguages.name(draft.language());
        if (blockedUntil.getOrDefault(key(draft), 0L) > world.clock().millis()) {
            throw TemplateRefusal.languageBeingDeleted(language);
        }
        if (find(draft.name(), draft.language()).isPresent()) {
            throw TemplateRefusal.languageExists(language);
        }
    }

    private void refuseOtherCategory(TemplateDraft draft) {
        named(draft.name()).stream()
                .filter(other -> !other.category().equals(draft.category().name()))
                .findFirst()
                .ifPresent(other -> {
                    throw TemplateRefusal.plain(
                            "Category doesn't match",
                            "The category %s doesn't match the one that's already associated with this template, %s."
                                    .formatted(draft.category(), other.category()));
                });
    }

    private void refuseTooMany() {
        var settings = world.settings().templates();
        while (!creations.isEmpty() && creations.peekFirst() <= world.clock().millis() - HOUR) {
            creations.pollFirst();
        }
        if (templates.size() >= settings.most()) {
            throw TemplateRefusal.limitReached();
        }
        if (creations.size() >= settings.creationsPerHour()) {
            throw TemplateRefusal.tooManyCreations(settings.creationsPerHour());
        }
    }

    private static String key(TemplateDraft draft) {
        return key(draft.name(), draft.language());
    }

    private static String key(String name, String language) {
        return name + " " + language;
    }
}
