package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Quality;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** What customers think of a template, and what follows from it. */
@ApplicationScoped
class Scores {
    private final TemplateNews news;
    private final Pauses pauses;

    Scores(TemplateNews news, Pauses pauses) {
        this.news = news;
        this.pauses = pauses;
    }

    void score(World world, Template template, String score) {
        var quality = new Quality(score, world.clock().millis() / 1000);
        Templates.of(world).change(template.id(), now -> now.with(quality)).ifPresent(scored -> {
            news.quality(world, scored, template.quality());
            consequences(world, scored);
        });
    }

    private void consequences(World world, Template scored) {
        var pacing = Pacing.of(world);
        if (scored.quality().score().equals(Quality.RED) && pacing.isHolding(scored)) {
            pauses.pauseForPeople(world, scored);
            pacing.drop(scored);
        } else if (scored.quality().score().equals(Quality.RED) && scored.is(TemplateStatus.APPROVED)) {
            pauses.pause(world, scored);
        } else if (scored.quality().score().equals(Quality.GREEN)) {
            pacing.release(scored);
        }
    }
}
