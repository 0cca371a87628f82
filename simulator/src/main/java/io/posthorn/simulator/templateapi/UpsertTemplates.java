package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.review.TemplateReview;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateLanguages;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.templaterule.TemplateRules;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** {@code POST /{account}/upsert_message_templates}: an authentication template in several languages, new or changed. */
@ApplicationScoped
class UpsertTemplates implements GraphOperation {
    private final NewTemplates newTemplates;
    private final TemplateReview review;

    UpsertTemplates(NewTemplates newTemplates, TemplateReview review) {
        this.newTemplates = newTemplates;
        this.review = review;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "upsert_message_templates");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var drafts = languages(call).stream()
                .map(language -> draft(call.parameters(), language))
                .toList();
        drafts.forEach(draft -> TemplateRules.check(call.world(), draft));
        var answer = Json.object();
        var data = answer.putArray("data");
        drafts.stream()
                .map(draft -> upsert(call.world(), call.account().id(), draft))
                .forEach(template -> data.addObject()
                        .put("id", template.id())
                        .put("status", template.status().name())
                        .put("language", template.language()));
        return Future.succeededFuture(answer);
    }

    private Template upsert(World world, String wabaId, TemplateDraft draft) {
        var existing = Templates.of(world).find(wabaId, draft.name(), draft.language());
        if (existing.isEmpty()) {
            return newTemplates.create(world, wabaId, draft);
        }
        var written = AuthenticationText.writtenOut(draft);
        return Templates.of(world)
                .change(existing.get().id(), now -> now.edited(written, now.edits()))
                .map(edited -> review.begin(world, edited))
                .orElseThrow(TemplateRefusal::notFound);
    }

    private static TemplateDraft draft(ObjectNode parameters, String language) {
        var draft = TemplateDraft.of(parameters.deepCopy().put("language", language));
        if (draft.category() != TemplateCategory.AUTHENTICATION) {
            throw TemplateRefusal.parameter(
                    "Param category must be one of {AUTHENTICATION} - got \"%s\".".formatted(draft.category()));
        }
        draft.buttons().forEach(button -> Stream.of("text", "autofill_text")
                .filter(button::has)
                .findFirst()
                .ifPresent(property -> {
                    throw TemplateRefusal.unexpected("BUTTONS", property);
                }));
        return draft;
    }

    private static List<String> languages(GraphCall call) {
        var languages = call.parameters().path("languages");
        if (!languages.isArray() || languages.isEmpty() || languages.size() > TemplateLanguages.count()) {
            throw TemplateRefusal.parameter("Param languages must be an array of language codes.");
        }
        return languages.valueStream().map(JsonNode::asText).distinct().toList();
    }
}
