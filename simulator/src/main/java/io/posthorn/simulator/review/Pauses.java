package io.posthorn.simulator.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Quality;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Bad quality pauses a template for three hours, then for six, then for good. */
@ApplicationScoped
public class Pauses {
    private static final Duration FIRST = Duration.ofHours(3);
    private static final Duration SECOND = Duration.ofHours(6);

    private final TemplateNews news;

    Pauses(TemplateNews news) {
        this.news = news;
    }

    void pause(World world, Template template) {
        if (template.standing().pauses() >= 2) {
            disable(world, template);
            return;
        }
        var first = template.standing().pauses() == 0;
        var duration = first ? FIRST : SECOND;
        Templates.of(world)
                .change(template.id(), now -> now.with(now.standing().paused()))
                .ifPresent(paused -> {
                    Pacing.of(world).noticePause(paused);
                    var title = first ? "FIRST_PAUSE" : "SECOND_PAUSE";
                    news.status(
                            world, paused, "PAUSED", info(title, "paused for %d hours".formatted(duration.toHours())));
                    world.timeline().after(duration.toMillis(), () -> end(world, paused));
                });
    }

    /** For one whose pause was forgotten half-way. */
    public void beginAnew(World world, Template paused) {
        if (!paused.standing().waitsForPeople()) {
            var duration = paused.standing().pauses() == 1 ? FIRST : SECOND;
            world.timeline().after(duration.toMillis(), () -> end(world, paused));
        }
    }

    /** Until a call unpauses it. */
    void pauseForPeople(World world, Template template) {
        Templates.of(world)
                .change(template.id(), now -> now.with(now.standing().pausedForPeople()))
                .ifPresent(paused -> {
                    Pacing.of(world).noticePause(paused);
                    news.status(
                            world,
                            paused,
                            "PAUSED",
                            info("RATE_LIMITING_PAUSE", "paused, for its first sends were not liked"));
                });
    }

    /** Quality begins anew. */
    public void unpause(World world, Template template) {
        Templates.of(world)
                .change(template.id(), now -> now.becomes(TemplateStatus.APPROVED, Template.NO_REASON)
                        .with(Quality.UNKNOWN))
                .ifPresent(again -> news.status(world, again, "REINSTATED", info("UNPAUSE", "active again")));
    }

    void disable(World world, Template template) {
        var extras = info("DISABLED", "disabled");
        extras.putObject("disable_info").put("disable_date", world.clock().millis() / 1000);
        Templates.of(world)
                .change(template.id(), now -> now.becomes(TemplateStatus.DISABLED, Template.NO_REASON))
                .ifPresent(disabled -> news.status(world, disabled, "DISABLED", extras));
    }

    /** Only if it is still this pause. */
    private void end(World world, Template paused) {
        Templates.of(world)
                .find(paused.id())
                .filter(now -> now.standing().equals(paused.standing()))
                .ifPresent(now -> unpause(world, now));
    }

    static ObjectNode info(String title, String description) {
        var extras = Json.object();
        extras.putObject("other_info").put("title", title).put("description", "The template is " + description + ".");
        return extras;
    }
}
