package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Recategorisation;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Puts approved templates into the category that they are really of: a utility template that promotes becomes marketing a day
 * after a notice, one that is about codes is rejected on the first of the next month.
 */
@ApplicationScoped
public class Recategorising {
    private static final Duration NOTICE = Duration.ofDays(1);

    private final TemplateNews news;

    Recategorising(TemplateNews news) {
        this.news = news;
    }

    void announce(World world, Template template, TemplateCategory correct) {
        var now = world.clock().millis();
        var due = correct == TemplateCategory.AUTHENTICATION ? firstOfNextMonth(world) : now + NOTICE.toMillis();
        Templates.of(world)
                .change(template.id(), each -> each.with(each.recategorisation().announcing(correct)))
                .ifPresent(announced -> {
                    news.comingCategory(world, announced, correct, due / 1000);
                    world.timeline().after(due - now, () -> carryOut(world, announced, correct));
                });
    }

    /** At once, as it happens to businesses that were warned before. */
    void change(World world, Template template, TemplateCategory category) {
        if (template.isOf(category)) {
            return;
        }
        var before = template.draft().category();
        var history = Recategorisation.from(before, world.clock().millis());
        Templates.of(world)
                .change(template.id(), now -> now.with(category).with(history))
                .ifPresent(changed -> news.otherCategory(world, changed, before));
    }

    /** Nothing happens to one that was edited since, or whose appeal was heard. */
    private void carryOut(World world, Template announced, TemplateCategory correct) {
        var due = Templates.of(world)
                .find(announced.id())
                .filter(now -> now.recategorisation().correct().equals(Optional.of(correct)))
                .filter(now -> now.revision() == announced.revision());
        if (correct == TemplateCategory.AUTHENTICATION) {
            due.ifPresent(now -> reject(world, now));
        } else {
            due.ifPresent(now -> change(world, now, correct));
        }
    }

    private void reject(World world, Template template) {
        Templates.of(world)
                .change(template.id(), now -> now.becomes(TemplateStatus.REJECTED, "INCORRECT_CATEGORY"))
                .ifPresent(rejected -> news.status(world, rejected, "REJECTED"));
    }

    private static long firstOfNextMonth(World world) {
        return world.clock()
                .now()
                .atOffset(ZoneOffset.UTC)
                .with(TemporalAdjusters.firstDayOfNextMonth())
                .with(LocalTime.MIDNIGHT)
                .toInstant()
                .toEpochMilli();
    }
}
