package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries out what somebody decided by the control API. */
@ApplicationScoped
class Verdicts {
    private final TemplateReview review;
    private final Pauses pauses;
    private final Archive archive;
    private final TemplateNews news;

    Verdicts(TemplateReview review, Pauses pauses, Archive archive, TemplateNews news) {
        this.review = review;
        this.pauses = pauses;
        this.archive = archive;
        this.news = news;
    }

    void apply(World world, Template template, Decision decision) {
        switch (decision.event()) {
            case "APPROVED" -> approve(world, template, decision);
            case "REINSTATED" -> review.approve(world, template, decision.event());
            case "REJECTED" -> review.reject(world, template, decision.reason(), decision.explanation());
            case "PAUSED" -> pauses.pause(world, template);
            case "DISABLED" -> pauses.disable(world, template);
            case "FLAGGED" -> news.status(world, template, decision.event());
            case "LOCKED" ->
                news.status(world, template, decision.event(), Pauses.info("RATE_LIMITING_PAUSE", "locked"));
            case "ARCHIVED" -> archive.archive(world, template);
            case "UNARCHIVED" -> archive.bringBack(world, template);
            default -> review.move(world, template, TemplateStatus.valueOf(decision.event()));
        }
    }

    private void approve(World world, Template template, Decision decision) {
        if (decision.category() == null) {
            review.approve(world, template, decision.event());
        } else {
            review.approve(world, template, decision.category());
        }
    }
}
