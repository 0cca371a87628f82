package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateUse;
import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets the first sends of a marketing template through and holds the next ones until it is clear what customers think of it;
 * for a week after a utility template was paused, utility templates are paced too.
 */
public final class Pacing {
    private static final Duration UTILITY_WATCHED = Duration.ofDays(7);
    private static final int MOST_HELD = 50_000;

    private final World world;
    private final Map<String, Long> firstSends = new HashMap<>();
    private final Map<String, List<HeldSend>> held = new HashMap<>();
    private final Set<String> decided = new HashSet<>();
    private long utilityWatchedUntil;
    private int waiting;

    private Pacing(World world) {
        this.world = world;
    }

    public static Pacing of(World world) {
        return world.part(Pacing.class, () -> new Pacing(world));
    }

    /** Counts one send; true when it has to be {@link #hold held}. */
    public synchronized boolean holdsNext(Template template) {
        TemplateUse.of(world).count(template);
        var settings = world.settings().templates();
        if (settings.paceAfter() == 0 || !isPaced(template) || decided.contains(template.id())) {
            return false;
        }
        return firstSends.merge(template.id(), 1L, Long::sum) > settings.paceAfter();
    }

    public synchronized boolean isFull() {
        return waiting >= MOST_HELD;
    }

    public synchronized void hold(Template template, HeldSend send) {
        if (decided.contains(template.id())) {
            world.timeline().soon(send::release);
            return;
        }
        var sends = held.computeIfAbsent(template.id(), id -> beginWatching(template));
        sends.add(send);
        waiting++;
    }

    synchronized boolean isHolding(Template template) {
        return held.containsKey(template.id());
    }

    /** Good feedback, or none: what is held goes on, and nothing of this template is held again. */
    void release(Template template) {
        take(template, true).forEach(HeldSend::release);
    }

    /** Bad feedback: what is held fails. The template starts anew when it is unpaused. */
    void drop(Template template) {
        take(template, false).forEach(HeldSend::drop);
    }

    synchronized void noticePause(Template template) {
        if (template.isOf(TemplateCategory.UTILITY)) {
            utilityWatchedUntil = world.clock().millis() + UTILITY_WATCHED.toMillis();
        }
    }

    private List<HeldSend> beginWatching(Template template) {
        world.timeline().after(world.settings().templates().pacingMillis(), () -> release(template));
        return new ArrayList<>();
    }

    private synchronized List<HeldSend> take(Template template, boolean forGood) {
        var sends = held.remove(template.id());
        firstSends.remove(template.id());
        if (sends == null) {
            return List.of();
        }
        if (forGood) {
            decided.add(template.id());
        }
        waiting -= sends.size();
        return sends;
    }

    private boolean isPaced(Template template) {
        return template.isOf(TemplateCategory.MARKETING)
                || template.isOf(TemplateCategory.UTILITY) && world.clock().millis() < utilityWatchedUntil;
    }
}
