package io.posthorn.simulator.template;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /_sim/worlds/{id}/templates}: what Meta's reviewers do. */
@ApplicationScoped
class TemplateRoutes {
    private static final String QUALITY_FIELD = "message_template_quality_update";
    private static final String RED = "RED";

    private final Worlds worlds;
    private final TemplateReview review;

    TemplateRoutes(Worlds worlds, TemplateReview review) {
        this.worlds = worlds;
        this.review = review;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/worlds/:id/templates", this::list);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/worlds/:id/templates/:name/review", this::decide);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/worlds/:id/templates/:name/quality", this::score);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(Templates.of(worlds.named(request.path("id"))).all().stream()
                .map(TemplateJson::all)
                .toList());
    }

    private Future<ControlAnswer> decide(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var decision = request.body(Decision.class);
        var templates = named(world, request, decision.language());
        templates.forEach(template -> apply(world, template, decision));
        return afterwards(world, templates);
    }

    private Future<ControlAnswer> score(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var scoring = request.body(Scoring.class);
        var templates = named(world, request, scoring.language());
        templates.forEach(template -> apply(world, template, scoring.score()));
        return afterwards(world, templates);
    }

    private void apply(World world, Template template, Decision decision) {
        switch (decision.event()) {
            case "APPROVED", "REINSTATED" -> review.approve(world, template, decision.event());
            case "REJECTED" -> review.reject(world, template, decision.reason(), decision.explanation());
            case "PAUSED" -> review.pause(world, template);
            case "DISABLED" -> review.disable(world, template);
            default -> review.move(world, template, TemplateStatus.valueOf(decision.event()));
        }
    }

    private void apply(World world, Template template, String score) {
        var value = TemplateJson.event(template)
                .put("previous_quality_score", template.quality())
                .put("new_quality_score", score);
        review.tell(world, QUALITY_FIELD, value, template.id() + score);
        Templates.of(world)
                .change(template.id(), now -> now.scored(score))
                .filter(now -> score.equals(RED) && now.status() == TemplateStatus.APPROVED)
                .ifPresent(now -> review.pause(world, now));
    }

    private static List<Template> named(World world, ControlRequest request, String language) {
        var templates = Templates.of(world).named(request.path("name")).stream()
                .filter(template -> language == null || template.language().equals(language))
                .toList();
        if (templates.isEmpty()) {
            throw ControlProblem.notFound("No template " + request.path("name"));
        }
        return templates;
    }

    private static Future<ControlAnswer> afterwards(World world, List<Template> templates) {
        return ControlAnswer.ok(templates.stream()
                .map(template -> Templates.of(world).find(template.id()))
                .flatMap(Optional::stream)
                .map(TemplateJson::all)
                .toList());
    }

    /** One of Meta's events; a rejection has one of Meta's reasons. Without a language all languages are meant. */
    record Decision(String event, String reason, String language, String explanation) {
        private static final Set<String> EVENTS = Set.of(
                "APPROVED",
                "REINSTATED",
                "REJECTED",
                "PENDING",
                "PAUSED",
                "DISABLED",
                "IN_APPEAL",
                "PENDING_DELETION",
                "LIMIT_EXCEEDED",
                "ARCHIVED");

        Decision {
            reason = reason == null ? "INVALID_FORMAT" : reason;
            explanation = explanation == null ? "The template breaks a rule." : explanation;
            if (event == null || !EVENTS.contains(event)) {
                throw new IllegalArgumentException("event is one of " + EVENTS);
            }
            if (!TemplateReview.REASONS.contains(reason)) {
                throw new IllegalArgumentException("reason is one of " + TemplateReview.REASONS);
            }
        }
    }

    record Scoring(String score, String language) {
        private static final Set<String> SCORES = Set.of("GREEN", "YELLOW", RED, "UNKNOWN");

        Scoring {
            if (score == null || !SCORES.contains(score)) {
                throw new IllegalArgumentException("score is one of " + SCORES);
            }
        }
    }
}
