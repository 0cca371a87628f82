package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateJson;
import io.posthorn.simulator.template.Templates;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Predicate;

/** {@code GET /{account}/message_templates}, filtered and page by page. */
@ApplicationScoped
class ListTemplates implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "message_templates");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var found = Templates.of(call.world()).ofAccount(call.account().id()).stream()
                .filter(wanted(call))
                .map(template -> TemplateJson.read(call.world(), template, call.fields()))
                .toList();
        return Future.succeededFuture(Page.of(call, found));
    }

    private static Predicate<Template> wanted(GraphCall call) {
        return template -> contains(call, "name", template.name())
                && contains(call, "content", content(template))
                && contains(call, "name_or_content", template.name() + " " + content(template))
                && is(call, "language", template.language())
                && is(call, "status", template.status().name())
                && is(call, "category", template.category())
                && is(call, "quality_score", template.quality().score())
                && is(call, "source", "");
    }

    private static String content(Template template) {
        return template.components().toString();
    }

    private static boolean contains(GraphCall call, String parameter, String value) {
        return value.toLowerCase(Locale.ROOT).contains(call.parameter(parameter).toLowerCase(Locale.ROOT));
    }

    private static boolean is(GraphCall call, String parameter, String value) {
        var wish = call.parameter(parameter);
        return wish.isEmpty() || wish.equalsIgnoreCase(value);
    }
}
