package io.posthorn.simulator.message;

import io.posthorn.simulator.review.Undelivered;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Looks for templates among the messages that have neither arrived nor failed. */
@ApplicationScoped
class UndeliveredTemplates implements Undelivered {
    private static final Set<String> ON_THE_WAY = Set.of("accepted", "sent");

    @Override
    public boolean hasAny(World world, Template template) {
        return !SentMessages.of(world)
                .latest(message -> isOnTheWay(message, template), 1)
                .isEmpty();
    }

    private static boolean isOnTheWay(SentMessage message, Template template) {
        return ON_THE_WAY.contains(message.status())
                && message.composition()
                        .template()
                        .filter(sent -> sent.template().id().equals(template.id()))
                        .isPresent();
    }
}
