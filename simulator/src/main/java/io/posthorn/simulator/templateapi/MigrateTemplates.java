package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFailure;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /{account}/migrate_message_templates}: copies what another account had approved. */
@ApplicationScoped
class MigrateTemplates implements GraphOperation {
    private static final int MOST = 500;
    private static final Set<String> GOOD_ENOUGH = Set.of("GREEN", "UNKNOWN");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "migrate_message_templates");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var answer = Json.object();
        var migrated = answer.putArray("migrated_templates");
        var failed = answer.putObject("failed_templates");
        for (var template : chosen(call)) {
            refusal(call, template)
                    .ifPresentOrElse(reason -> failed.put(template.id(), reason), () -> migrated.add(template.id()));
        }
        return Future.succeededFuture(answer);
    }

    private static Optional<String> refusal(GraphCall call, Template template) {
        if (!template.is(TemplateStatus.APPROVED)) {
            return Optional.of("The template is not approved.");
        }
        if (!GOOD_ENOUGH.contains(template.quality().score())) {
            return Optional.of("The quality of the template is too low.");
        }
        try {
            Templates.of(call.world()).takeOver(call.account().id(), template);
            return Optional.empty();
        } catch (GraphFailure refused) {
            return Optional.of(refused.error().userText().title());
        }
    }

    private static List<Template> chosen(GraphCall call) {
        var all = Templates.of(call.world()).ofAccount(source(call));
        if (call.parameters().get("template_ids") instanceof ArrayNode ids) {
            var wanted = ids.valueStream().map(JsonNode::asText).toList();
            return all.stream()
                    .filter(template -> wanted.contains(template.id()))
                    .toList();
        }
        var count = number(call, "count", MOST);
        return all.stream()
                .skip((long) number(call, "page_number", 0) * count)
                .limit(count)
                .toList();
    }

    private static String source(GraphCall call) {
        var id = call.required("source_waba_id");
        if (call.world().directory().account(id).isEmpty() || !call.token().reaches(id)) {
            throw GraphError.unknownObject("POST", id).failure();
        }
        return id;
    }

    private static int number(GraphCall call, String name, int usual) {
        var text = call.parameter(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > MOST) {
            throw TemplateRefusal.parameter("Param %s must be an integer up to %d.".formatted(name, MOST));
        }
        return Integer.parseInt(text);
    }
}
