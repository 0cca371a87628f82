package io.posthorn.simulator.review;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.template.Quality;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateJson;
import io.posthorn.simulator.template.TemplateUse;
import io.posthorn.simulator.template.Templates;
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
import java.util.function.BiConsumer;

/** {@code /_sim/worlds/{id}/templates}: what Meta's reviewers, its customers and WhatsApp Manager do. */
@ApplicationScoped
class ReviewRoutes {
    private static final String ONE = "/_sim/worlds/:id/templates/:name/";

    private final Worlds worlds;
    private final Verdicts verdicts;
    private final Scores scores;
    private final Recategorising categories;
    private final Appeals appeals;

    ReviewRoutes(Worlds worlds, Verdicts verdicts, Scores scores, Recategorising categories, Appeals appeals) {
        this.worlds = worlds;
        this.verdicts = verdicts;
        this.scores = scores;
        this.categories = categories;
        this.appeals = appeals;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/worlds/:id/templates", this::list);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/worlds/:id/portfolio", this::judgePortfolio);
        ControlRoute.add(router, HttpMethod.POST, ONE + "review", this::decide);
        ControlRoute.add(router, HttpMethod.POST, ONE + "quality", this::score);
        ControlRoute.add(router, HttpMethod.POST, ONE + "category", this::correct);
        ControlRoute.add(router, HttpMethod.POST, ONE + "appeal", this::appeal);
        ControlRoute.add(router, HttpMethod.POST, ONE + "sends", this::pretendSends);
    }

    private Future<ControlAnswer> judgePortfolio(ControlRequest request) {
        var pacing = Pacing.of(worlds.named(request.path("id")));
        if (request.body(Suspicion.class).suspicious()) {
            pacing.suspect();
        } else {
            pacing.trust();
        }
        return ControlAnswer.nothing();
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(Templates.of(worlds.named(request.path("id"))).all().stream()
                .map(TemplateJson::all)
                .toList());
    }

    private Future<ControlAnswer> decide(ControlRequest request) {
        var decision = request.body(Decision.class);
        return each(request, decision.language(), (world, template) -> verdicts.apply(world, template, decision));
    }

    private Future<ControlAnswer> score(ControlRequest request) {
        var scoring = request.body(Scoring.class);
        return each(request, scoring.language(), (world, template) -> scores.score(world, template, scoring.score()));
    }

    private Future<ControlAnswer> correct(ControlRequest request) {
        var correction = request.body(Correction.class);
        return each(request, null, (world, template) -> {
            if (correction.atOnce()) {
                categories.change(world, template, correction.correctCategory());
            } else {
                categories.announce(world, template, correction.correctCategory());
            }
        });
    }

    private Future<ControlAnswer> appeal(ControlRequest request) {
        var appeal = request.body(Appeal.class);
        return each(request, appeal.language(), (world, template) -> appeals.appeal(world, template, appeal.granted()));
    }

    /** For comparisons, which Meta makes of templates that were sent a thousand times. */
    private Future<ControlAnswer> pretendSends(ControlRequest request) {
        var sends = request.body(Sends.class);
        return each(request, null, (world, template) -> TemplateUse.of(world).count(template, sends.count()));
    }

    private Future<ControlAnswer> each(ControlRequest request, String language, BiConsumer<World, Template> action) {
        var world = worlds.named(request.path("id"));
        var templates = Templates.of(world).all().stream()
                .filter(template -> template.name().equals(request.path("name")))
                .filter(template -> language == null || template.language().equals(language))
                .toList();
        if (templates.isEmpty()) {
            throw ControlProblem.notFound("No template " + request.path("name"));
        }
        templates.forEach(template -> action.accept(world, template));
        return ControlAnswer.ok(templates.stream()
                .map(template -> Templates.of(world).find(template.id()))
                .flatMap(Optional::stream)
                .map(TemplateJson::all)
                .toList());
    }

    record Scoring(String score, String language) {
        private static final Set<String> SCORES = Set.of(Quality.GREEN, "YELLOW", Quality.RED, "UNKNOWN");

        Scoring {
            if (score == null || !SCORES.contains(score)) {
                throw new IllegalArgumentException("score is one of " + SCORES);
            }
        }
    }

    /** @param atOnce without the notice a day before */
    record Correction(TemplateCategory correctCategory, Boolean atOnce) {
        Correction {
            atOnce = Boolean.TRUE.equals(atOnce);
            if (correctCategory == null) {
                throw new IllegalArgumentException("correctCategory is one of " + List.of(TemplateCategory.values()));
            }
            if (atOnce && correctCategory == TemplateCategory.AUTHENTICATION) {
                throw new IllegalArgumentException("Templates about codes are rejected on the first of a month only");
            }
        }
    }

    record Appeal(Boolean granted, String language) {
        Appeal {
            granted = Boolean.TRUE.equals(granted);
        }
    }

    record Suspicion(boolean suspicious) {}

    record Sends(int count) {
        Sends {
            if (count < 0) {
                throw new IllegalArgumentException("count is not negative");
            }
        }
    }
}
