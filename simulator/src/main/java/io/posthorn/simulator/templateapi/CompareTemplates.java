package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.TemplateUse;
import io.posthorn.simulator.template.Templates;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code GET /{template}/compare}: how often two templates were sent, and which one is blocked less. */
@ApplicationScoped
class CompareTemplates implements GraphOperation {
    private static final Set<Long> WINDOWS = Set.of(7L, 30L, 60L, 90L);
    private static final int FEWEST_SENDS = 1000;
    private static final Map<String, Integer> BY_BLOCKS = Map.of("GREEN", 0, "UNKNOWN", 1, "YELLOW", 2, "RED", 3);

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.TEMPLATE, "compare");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var templates = List.of(FoundTemplate.of(call), other(call));
        var from = seconds(call, "start");
        var until = seconds(call, "end");
        if (!WINDOWS.contains(Duration.ofSeconds(until - from).toDays())) {
            throw TemplateRefusal.parameter("Params start and end must be 7, 30, 60 or 90 days apart.");
        }
        var use = TemplateUse.of(call.world());
        var sends = templates.stream()
                .collect(Collectors.toMap(Template::id, template -> use.between(template, from * 1000, until * 1000)));
        if (sends.values().stream().anyMatch(count -> count < FEWEST_SENDS)) {
            throw TemplateRefusal.plain(
                    "Not enough messages",
                    "Templates can be compared when each was sent %d times.".formatted(FEWEST_SENDS));
        }
        return Future.succeededFuture(comparison(templates, sends));
    }

    private static JsonNode comparison(List<Template> templates, Map<String, Long> sends) {
        var answer = Json.object();
        var data = answer.putArray("data");
        addBlockRates(templates, data);
        var numbers = data.addObject()
                .put("metric", "MESSAGE_SENDS")
                .put("type", "NUMBER_VALUES")
                .putArray("number_values");
        var reasons = data.addObject()
                .put("metric", "TOP_BLOCK_REASON")
                .put("type", "STRING_VALUES")
                .putArray("string_values");
        templates.forEach(template -> {
            numbers.addObject().put("key", template.id()).put("value", sends.get(template.id()));
            reasons.addObject().put("key", template.id()).put("value", "NO_LONGER_NEEDED");
        });
        return answer;
    }

    /** Better quality, fewer blocks. */
    private static void addBlockRates(List<Template> templates, ArrayNode data) {
        var order = data.addObject()
                .put("metric", "BLOCK_RATE")
                .put("type", "RELATIVE")
                .putArray("order_by_relative_metric");
        templates.stream()
                .sorted(Comparator.comparing(
                        template -> BY_BLOCKS.get(template.quality().score())))
                .forEach(template -> order.add(template.id()));
    }

    /** {@code template_ids} is an array or a text with the one other id. */
    private static Template other(GraphCall call) {
        var ids = call.parameters().path("template_ids");
        if (ids.isArray() && ids.size() != 1) {
            throw TemplateRefusal.parameter("Param template_ids must have one id.");
        }
        return Templates.of(call.world())
                .find(ids.isArray() ? ids.path(0).asText() : ids.asText(""))
                .filter(template -> !template.id().equals(call.objectId()))
                .orElseThrow(TemplateRefusal::notFound);
    }

    private static long seconds(GraphCall call, String name) {
        var text = call.required(name);
        if (!text.matches("\\d{1,11}")) {
            throw TemplateRefusal.parameter("Param %s must be a time in seconds.".formatted(name));
        }
        return Long.parseLong(text);
    }
}
