package io.posthorn.simulator.review;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.template.Recategorisation;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * What a business asks for in WhatsApp Manager: to look again at a rejection, which is IN_APPEAL for a day, or at another
 * category, within sixty days.
 */
@ApplicationScoped
class Appeals {
    private static final Duration DECISION = Duration.ofDays(1);
    private static final Duration CATEGORY_LIMIT = Duration.ofDays(60);

    private final TemplateReview review;
    private final Recategorising categories;

    Appeals(TemplateReview review, Recategorising categories) {
        this.review = review;
        this.categories = categories;
    }

    /** @param granted how it will be decided */
    void appeal(World world, Template template, boolean granted) {
        if (template.is(TemplateStatus.REJECTED)) {
            appealRejection(world, template, granted);
        } else {
            appealCategory(world, template, granted);
        }
    }

    private void appealRejection(World world, Template template, boolean granted) {
        var reason = template.reason();
        review.move(world, template, TemplateStatus.IN_APPEAL);
        world.timeline().after(DECISION.toMillis(), () -> Templates.of(world)
                .find(template.id())
                .filter(now -> now.is(TemplateStatus.IN_APPEAL))
                .ifPresent(now -> {
                    if (granted) {
                        review.approve(world, now, "APPROVED");
                    } else {
                        review.reject(world, now, reason, "The appeal was heard and the template stays rejected.");
                    }
                }));
    }

    private void appealCategory(World world, Template template, boolean granted) {
        var history = template.recategorisation();
        var inTime =
                history.changed() + CATEGORY_LIMIT.toMillis() > world.clock().millis();
        var previous = history.previous()
                .filter(category -> inTime)
                .orElseThrow(() -> ControlProblem.refused(
                        "no_appeal", "Neither rejected nor put into another category within 60 days"));
        world.timeline().after(DECISION.toMillis(), () -> Templates.of(world)
                .find(template.id())
                .filter(now -> granted && now.recategorisation().equals(history))
                .ifPresent(now -> {
                    categories.change(world, now, previous);
                    Templates.of(world).change(now.id(), again -> again.with(Recategorisation.NEVER));
                }));
    }
}
