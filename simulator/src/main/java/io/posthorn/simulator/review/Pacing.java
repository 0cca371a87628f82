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
 * for a week after a utility template was paused, utility templates are paced too. A young portfolio is paced as a whole.
 */
public final class Pacing {
    private static final Duration UTILITY_WATCHED = Duration.ofDays(7);
    private static final int MOST_HELD = 50_000;
    private static final String PORTFOLIO = "portfolio";

    private final World world;
    private final Map<String, Long> firstSends = new HashMap<>();
    private final Map<String, List<HeldSend>> held = new HashMap<>();
    private final Set<String> decided = new HashSet<>();
    private long utilityWatchedUntil;
    private int waiting;
    private boolean blocked;

    private Pacing(World world) {
        this.world = world;
    }

    public static Pacing of(World world) {
        return world.part(Pacing.class, () -> new Pacing(world));
    }

    /** True when the portfolio is under suspicion: it neither sends nor creates templates. */
    public synchronized boolean isBlocked() {
        return blocked;
    }

    public synchronized boolean isFull() {
        return waiting >= MOST_HELD;
    }

    /** Counts one send; true when it has to be {@link #hold held}. */
    public synchronized boolean holdsNext(Template template) {
        TemplateUse.of(world).count(template);
        var settings = world.settings().templates();
        var ofPortfolio = isOver(PORTFOLIO, settings.portfolioPaceAfter());
        var ofTemplate = isPaced(template) && isOver(template.id(), settings.paceAfter());
        return ofPortfolio || ofTemplate;
    }

    public synchronized void hold(Template template, HeldSend send) {
        var reason = isHolding(PORTFOLIO) || isUndecided(PORTFOLIO) ? PORTFOLIO : template.id();
        if (decided.contains(reason)) {
            world.timeline().soon(send::release);
            return;
        }
        held.computeIfAbsent(reason, this::beginWatching).add(send);
        waiting++;
    }

    synchronized boolean isHolding(Template template) {
        return isHolding(template.id());
    }

    /** Good feedback, or none: what is held goes on, and nothing of this template is held again. */
    void release(Template template) {
        release(template.id());
    }

    /** Bad feedback: what is held fails. The template starts anew when it is unpaused. */
    void drop(Template template) {
        take(template.id(), false).forEach(HeldSend::drop);
    }

    void suspect() {
        block(true);
        take(PORTFOLIO, false).forEach(HeldSend::drop);
    }

    void trust() {
        block(false);
        release(PORTFOLIO);
    }

    synchronized void noticePause(Template template) {
        if (template.isOf(TemplateCategory.UTILITY)) {
            utilityWatchedUntil = world.clock().millis() + UTILITY_WATCHED.toMillis();
        }
    }

    private synchronized void block(boolean suspicious) {
        blocked = suspicious;
    }

    private void release(String reason) {
        take(reason, true).forEach(HeldSend::release);
    }

    private boolean isHolding(String reason) {
        return held.containsKey(reason);
    }

    private boolean isUndecided(String reason) {
        var after = world.settings().templates().portfolioPaceAfter();
        return after > 0 && !decided.contains(reason) && firstSends.getOrDefault(reason, 0L) > after;
    }

    /** @param after how many sends go through; 0 for all */
    private boolean isOver(String reason, int after) {
        return after > 0 && !decided.contains(reason) && firstSends.merge(reason, 1L, Long::sum) > after;
    }

    private List<HeldSend> beginWatching(String reason) {
        world.timeline().after(world.settings().templates().pacingMillis(), () -> release(reason));
        return new ArrayList<>();
    }

    private synchronized List<HeldSend> take(String reason, boolean forGood) {
        var sends = held.remove(reason);
        firstSends.remove(reason);
        if (forGood) {
            decided.add(reason);
        }
        if (sends == null) {
            return List.of();
        }
        waiting -= sends.size();
        return sends;
    }

    private boolean isPaced(Template template) {
        return template.isOf(TemplateCategory.MARKETING)
                || template.isOf(TemplateCategory.UTILITY) && world.clock().millis() < utilityWatchedUntil;
    }
}
