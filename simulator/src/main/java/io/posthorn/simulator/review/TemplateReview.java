package io.posthorn.simulator.review;

import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.template.Variables;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides about templates. By itself it approves, unless variables touch each other, or the name asks for another end:
 * {@code reject_scam_offer} is rejected as SCAM.
 */
@ApplicationScoped
public class TemplateReview {
    private static final String REJECT = "reject_";

    private final TemplateNews news;
    private final Recategorising categories;

    TemplateReview(TemplateNews news, Recategorising categories) {
        this.news = news;
        this.categories = categories;
    }

    /** Has the template looked at, mostly later; only the latest revision counts by then. */
    public Template begin(World world, Template template) {
        var settings = world.settings().templates();
        var delay = template.isOf(TemplateCategory.AUTHENTICATION) ? 0 : settings.reviewMillis();
        if (settings.automaticReview() && settings.reviewMillis() == 0) {
            review(world, template);
        } else if (settings.automaticReview()) {
            world.timeline().after(delay, () -> Templates.of(world)
                    .find(template.id())
                    .filter(now -> now.revision() == template.revision() && now.is(TemplateStatus.PENDING))
                    .ifPresent(now -> review(world, now)));
        }
        return Templates.of(world).find(template.id()).orElse(template);
    }

    /** Without looking, for wordings that are Meta's own. */
    public Template approve(World world, Template template) {
        approve(world, template, "APPROVED");
        return Templates.of(world).find(template.id()).orElse(template);
    }

    void approve(World world, Template template, String event) {
        move(world, template, TemplateStatus.APPROVED, Template.NO_REASON)
                .ifPresent(approved -> news.status(world, approved, event));
    }

    void approve(World world, Template template, TemplateCategory category) {
        approve(world, template, "APPROVED");
        categories.change(world, template, category);
    }

    void reject(World world, Template template, String reason, String explanation) {
        var extras = Json.object();
        if (reason.equals(Decision.INVALID_FORMAT)) {
            extras.putObject("rejection_info")
                    .put("reason", explanation)
                    .put("recommendation", "Correct the template and submit it again.");
        }
        move(world, template, TemplateStatus.REJECTED, reason)
                .ifPresent(rejected -> news.status(world, rejected, "REJECTED", extras));
    }

    /** Any other status that Meta tells. */
    void move(World world, Template template, TemplateStatus status) {
        move(world, template, status, Template.NO_REASON).ifPresent(moved -> news.status(world, moved, status.name()));
    }

    private void review(World world, Template template) {
        var name = template.name();
        if (name.startsWith(REJECT)) {
            reject(world, template, Decision.reasonIn(name.substring(REJECT.length())), "The name asked for it.");
        } else if (texts(template).anyMatch(text -> Variables.of(text).touchEachOther())) {
            reject(world, template, Decision.INVALID_FORMAT, "Variables stand next to each other.");
        } else if (saysTheSameAsAnother(world, template)) {
            reject(world, template, Decision.INVALID_FORMAT, "Another template has the same wording.");
        } else {
            approve(world, template, "APPROVED");
        }
    }

    private static Optional<Template> move(World world, Template template, TemplateStatus status, String reason) {
        return Templates.of(world).change(template.id(), now -> now.becomes(status, reason));
    }

    private static boolean saysTheSameAsAnother(World world, Template template) {
        return world.settings().templates().refuseEqualWordings()
                && !template.isOf(TemplateCategory.AUTHENTICATION)
                && Templates.of(world).ofAccount(template.wabaId()).stream()
                        .filter(other -> !other.id().equals(template.id()) && !other.is(TemplateStatus.REJECTED))
                        .anyMatch(other ->
                                texts(other).toList().equals(texts(template).toList()));
    }

    /** Body and footer. */
    private static Stream<String> texts(Template template) {
        return Stream.of("BODY", "FOOTER")
                .flatMap(type -> template.component(type).stream())
                .map(component -> component.path("text").asText());
    }
}
