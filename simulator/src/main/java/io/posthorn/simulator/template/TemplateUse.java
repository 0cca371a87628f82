package io.posthorn.simulator.template;

import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How often templates were sent, by days of the world's clock; days go after a quarter, all but the last one. */
public final class TemplateUse {
    private static final long A_DAY = Duration.ofDays(1).toMillis();
    private static final int KEPT_DAYS = 92;

    private final World world;
    private final Map<String, TreeMap<Long, Long>> sends = new HashMap<>();

    private TemplateUse(World world) {
        this.world = world;
    }

    public static TemplateUse of(World world) {
        return world.part(TemplateUse.class, () -> new TemplateUse(world));
    }

    public void count(Template template) {
        count(template, 1);
    }

    public synchronized void count(Template template, long times) {
        var days = sends.computeIfAbsent(template.id(), id -> new TreeMap<>());
        days.merge(today(), times, Long::sum);
        days.headMap(today() - KEPT_DAYS).clear();
    }

    /** Sends on days that lie in the span, both ends included. */
    public synchronized long between(Template template, long fromMillis, long untilMillis) {
        if (fromMillis > untilMillis) {
            return 0;
        }
        return sends
                .getOrDefault(template.id(), new TreeMap<>())
                .subMap(fromMillis / A_DAY, true, untilMillis / A_DAY, true)
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** True when the last send is longer ago than that; a template that was never sent counts from {@code since}. */
    public synchronized boolean isUnusedFor(Template template, Duration duration, long since) {
        var days = sends.get(template.id());
        var last = days == null || days.isEmpty() ? since : Math.max(since, days.lastKey() * A_DAY);
        return last + duration.toMillis() <= world.clock().millis();
    }

    synchronized void forget(String id) {
        sends.remove(id);
    }

    private long today() {
        return world.clock().millis() / A_DAY;
    }
}
