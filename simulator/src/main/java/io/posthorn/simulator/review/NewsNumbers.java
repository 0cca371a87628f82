package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.world.World;
import java.util.HashMap;
import java.util.Map;

/** Numbers the news of each template, so that chance treats them alike in every run, whatever the time is. */
final class NewsNumbers {
    private final Map<String, Integer> last = new HashMap<>();

    private NewsNumbers() {}

    static NewsNumbers of(World world) {
        return world.part(NewsNumbers.class, NewsNumbers::new);
    }

    synchronized int next(Template template) {
        return last.merge(template.id(), 1, Integer::sum);
    }

    synchronized void forget(Template template) {
        last.remove(template.id());
    }
}
