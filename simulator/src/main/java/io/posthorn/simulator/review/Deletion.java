package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Deletes templates: at once, or when their last message is delivered, at the latest after thirty days. */
@ApplicationScoped
public class Deletion {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final TemplateNews news;
    private final List<Undelivered> messages;

    Deletion(TemplateNews news, @All List<Undelivered> messages) {
        this.news = news;
        this.messages = messages;
    }

    public void delete(World world, Template template) {
        Templates.of(world).block(template);
        if (isOnItsWay(world, template)) {
            Templates.of(world)
                    .change(template.id(), now -> now.becomes(TemplateStatus.PENDING_DELETION, Template.NO_REASON))
                    .ifPresent(pending -> {
                        news.status(world, pending, TemplateStatus.PENDING_DELETION.name());
                        lookAgain(world, pending, world.clock().millis(), FIRST_LOOK);
                    });
        } else {
            remove(world, template);
        }
    }

    void remove(World world, Template template) {
        Templates.of(world).remove(template);
        news.status(world, template, "DELETED");
        NewsNumbers.of(world).forget(template);
    }

    /** Ever less often. */
    private void lookAgain(World world, Template template, long since, Duration pause) {
        world.timeline().after(pause.toMillis(), () -> {
            if (Templates.of(world).find(template.id()).isEmpty()) {
                return;
            }
            var over = world.clock().millis() >= since + LONGEST.toMillis();
            if (over || !isOnItsWay(world, template)) {
                remove(world, template);
            } else {
                var rest = Duration.ofMillis(
                        since + LONGEST.toMillis() - world.clock().millis());
                lookAgain(
                        world,
                        template,
                        since,
                        rest.compareTo(pause.multipliedBy(2)) < 0 ? rest : pause.multipliedBy(2));
            }
        });
    }

    private boolean isOnItsWay(World world, Template template) {
        return messages.stream().anyMatch(each -> each.hasAny(world, template));
    }
}
