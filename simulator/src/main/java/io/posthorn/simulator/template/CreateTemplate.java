package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.MemoryGuard;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code POST /{account}/message_templates}. A UTILITY template whose name begins with {@code promo_} is created as
 * MARKETING, as Meta does when it finds one promotional.
 */
@ApplicationScoped
class CreateTemplate implements GraphOperation {
    private static final int API_SERVICE = 2;
    private static final String PROMOTIONAL = "promo_";

    private final TemplateReview review;

    CreateTemplate(TemplateReview review) {
        this.review = review;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "message_templates");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var draft = TemplateDraft.of(call.parameters());
        TemplateRules.check(call.world(), draft);
        if (MemoryGuard.isNearlyFull()) {
            throw GraphError.of(API_SERVICE).failure();
        }
        var template = Templates.of(call.world()).add(AuthenticationText.writtenOut(recategorised(draft)));
        review.begin(call.world(), template);
        return Future.succeededFuture(Json.object()
                .put("id", template.id())
                .put("status", template.status().name())
                .put("category", template.category()));
    }

    private static TemplateDraft recategorised(TemplateDraft draft) {
        return draft.category() == TemplateCategory.UTILITY && draft.name().startsWith(PROMOTIONAL)
                ? draft.with(TemplateCategory.MARKETING)
                : draft;
    }
}
