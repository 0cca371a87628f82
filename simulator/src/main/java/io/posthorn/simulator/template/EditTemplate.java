package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /{template}}: other components or another category; an approved one only now and then. */
@ApplicationScoped
class EditTemplate implements GraphOperation {
    private static final long A_DAY = Duration.ofDays(1).toMillis();
    private static final long A_MONTH = Duration.ofDays(30).toMillis();
    private static final int MOST_IN_A_MONTH = 10;

    private final TemplateReview review;

    EditTemplate(TemplateReview review) {
        this.review = review;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.TEMPLATE, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var template = FoundTemplate.of(call);
        if (!template.status().mayBeEdited()) {
            throw TemplateRefusal.notInThisStatus();
        }
        var draft = template.draft().with(call.parameters());
        checkCategory(template, draft);
        var edits = edits(template, call.world().clock().millis());
        if (call.parameters().has("components")) {
            TemplateRules.check(call.world(), draft);
            draft = AuthenticationText.writtenOut(draft);
        }
        var next = draft;
        Templates.of(call.world())
                .change(template.id(), now -> now.edited(next, edits))
                .ifPresent(edited -> review.begin(call.world(), edited));
        return Future.succeededFuture(Json.object().put("success", true));
    }

    private static void checkCategory(Template template, TemplateDraft draft) {
        if (template.status() == TemplateStatus.APPROVED
                && !draft.category().name().equals(template.category())) {
            throw TemplateRefusal.plain(
                    "Category can't be changed", "The category of an approved message template can't be changed.");
        }
    }

    /** With this one; those of rejected and paused templates are not counted. */
    private static List<Long> edits(Template template, long now) {
        var edits = new ArrayList<>(template.edits());
        edits.removeIf(at -> at <= now - A_MONTH);
        if (template.status() == TemplateStatus.APPROVED) {
            var today = edits.stream().anyMatch(at -> at > now - A_DAY);
            if (today || edits.size() >= MOST_IN_A_MONTH) {
                throw TemplateRefusal.plain(
                        "Message template can't be edited",
                        "Approved message templates can be edited once in 24 hours and 10 times in 30 days.");
            }
            edits.add(now);
        }
        return edits;
    }
}
