package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.review.TemplateNews;
import io.posthorn.simulator.review.TemplateReview;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.templaterule.TemplateRules;
import io.posthorn.simulator.templaterule.TimeToLive;
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

    private static final List<String> CHANGEABLE = List.of("category", "components", "message_send_ttl_seconds");

    private final TemplateReview review;
    private final TemplateNews news;

    EditTemplate(TemplateReview review, TemplateNews news) {
        this.review = review;
        this.news = news;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.TEMPLATE, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var template = FoundTemplate.of(call);
        var changes = call.parameters();
        if (!template.status().mayBeEdited()) {
            throw TemplateRefusal.notInThisStatus();
        }
        if (CHANGEABLE.stream().noneMatch(changes::has)) {
            throw GraphError.of(100, "The parameter components is required.").failure();
        }
        var draft = template.draft().with(changes);
        checkCategory(call, template, draft);
        var edits = edits(template, call.world().clock().millis());
        Templates.of(call.world())
                .change(template.id(), now -> now.edited(checked(call, template, draft), edits))
                .ifPresent(edited -> {
                    if (changes.has("components")) {
                        news.components(call.world(), edited);
                    }
                    review.begin(call.world(), edited);
                });
        return Future.succeededFuture(Json.object().put("success", true));
    }

    /** What stays as it is was checked when it came. */
    private static TemplateDraft checked(GraphCall call, Template template, TemplateDraft draft) {
        if (!call.parameters().has("components") && template.isOf(draft.category())) {
            TimeToLive.check(draft);
            return draft;
        }
        TemplateRules.check(call.world(), draft);
        return AuthenticationText.writtenOut(draft);
    }

    private static void checkCategory(GraphCall call, Template template, TemplateDraft draft) {
        if (template.is(TemplateStatus.APPROVED) && !template.isOf(draft.category())) {
            throw TemplateRefusal.plain(
                    "Category can't be changed", "The category of an approved message template can't be changed.");
        }
        Templates.of(call.world()).refuseOtherCategory(template.wabaId(), draft);
    }

    /** With this one; those of rejected and paused templates are not counted. */
    private static List<Long> edits(Template template, long now) {
        var edits = new ArrayList<>(template.edits());
        edits.removeIf(at -> at <= now - A_MONTH);
        if (template.is(TemplateStatus.APPROVED)) {
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
