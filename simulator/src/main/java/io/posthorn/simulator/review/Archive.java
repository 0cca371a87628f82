package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.TemplateUse;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Puts templates away that nobody used for a year, and deletes them four weeks later. */
@ApplicationScoped
public class Archive {
    private static final Duration UNUSED = Duration.ofDays(365);
    private static final Duration KEPT = Duration.ofDays(28);

    private final TemplateNews news;
    private final Deletion deletion;

    Archive(TemplateNews news, Deletion deletion) {
        this.news = news;
        this.deletion = deletion;
    }

    /** Looks after a template from its creation on. */
    public void watch(World world, Template template) {
        watch(world, template.id(), world.clock().millis());
    }

    private void watch(World world, String id, long since) {
        world.timeline()
                .after(UNUSED.toMillis(), () -> Templates.of(world).find(id).ifPresent(template -> {
                    if (template.is(TemplateStatus.APPROVED)
                            && TemplateUse.of(world).isUnusedFor(template, UNUSED, since)) {
                        archive(world, template);
                    } else {
                        watch(world, id, since);
                    }
                }));
    }

    void archive(World world, Template template) {
        move(world, template, TemplateStatus.ARCHIVED, "ARCHIVED");
        world.timeline().after(KEPT.toMillis(), () -> Templates.of(world)
                .find(template.id())
                .filter(now -> now.is(TemplateStatus.ARCHIVED))
                .ifPresent(now -> deletion.remove(world, now)));
    }

    void bringBack(World world, Template template) {
        move(world, template, TemplateStatus.APPROVED, "UNARCHIVED");
        watch(world, template);
    }

    private void move(World world, Template template, TemplateStatus status, String event) {
        Templates.of(world)
                .change(template.id(), now -> now.becomes(status, Template.NO_REASON))
                .ifPresent(moved -> news.status(world, moved, event));
    }
}
