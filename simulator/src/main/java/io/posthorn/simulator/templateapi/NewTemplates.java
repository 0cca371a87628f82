package io.posthorn.simulator.templateapi;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.review.Archive;
import io.posthorn.simulator.review.Pacing;
import io.posthorn.simulator.review.TemplateReview;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.templaterule.TemplateRules;
import io.posthorn.simulator.world.MemoryGuard;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks a template, adds it and has it reviewed. A UTILITY template whose name begins with {@code promo_} is created as
 * MARKETING, as Meta does when it finds one promotional.
 */
@ApplicationScoped
class NewTemplates {
    private static final int API_SERVICE = 2;
    private static final int BLOCKED = 368;
    private static final String PROMOTIONAL = "promo_";

    private final TemplateReview review;
    private final Archive archive;

    NewTemplates(TemplateReview review, Archive archive) {
        this.review = review;
        this.archive = archive;
    }

    Template create(World world, String wabaId, TemplateDraft draft) {
        return review.begin(world, add(world, wabaId, draft));
    }

    /** The wording is Meta's own, so nobody has to look at it. */
    Template takeFromLibrary(World world, String wabaId, TemplateDraft draft) {
        return review.approve(world, add(world, wabaId, draft));
    }

    private Template add(World world, String wabaId, TemplateDraft draft) {
        TemplateRules.check(world, draft);
        if (Pacing.of(world).isBlocked()) {
            throw GraphError.of(BLOCKED).failure();
        }
        if (MemoryGuard.isNearlyFull()) {
            throw GraphError.of(API_SERVICE).failure();
        }
        var template = Templates.of(world).add(wabaId, AuthenticationText.writtenOut(recategorised(draft)));
        archive.watch(world, template);
        return template;
    }

    private static TemplateDraft recategorised(TemplateDraft draft) {
        return draft.category() == TemplateCategory.UTILITY && draft.name().startsWith(PROMOTIONAL)
                ? draft.with(TemplateCategory.MARKETING)
                : draft;
    }
}
