package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Components;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.template.Variables;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.function.Consumer;

/** Header, body, footer and buttons: of a whole template, or of a card. */
record Part(World world, ParameterFormat format, JsonNode components, Given given, int longestBody) {
    private static final int LONGEST_HEADER = 60;

    ObjectNode filledIn() {
        var content = Json.object();
        with("HEADER", header -> content.set("header", header(header)), () -> refuseParameters("header"));
        with("BODY", body -> content.put("body", text("body", body, longestBody)), () -> refuseParameters("body"));
        with("FOOTER", footer -> content.put("footer", footer.path("text").asText()), () -> {});
        content.set("buttons", buttons());
        return content;
    }

    private void with(String type, Consumer<JsonNode> present, Runnable absent) {
        Components.find(components, type).ifPresentOrElse(present, absent);
    }

    private ObjectNode header(JsonNode definition) {
        var kind = definition.path("format").asText();
        if (kind.equals("TEXT")) {
            return Json.object().put("format", kind).put("text", text("header", definition, LONGEST_HEADER));
        }
        return HeaderParameters.fillIn(world, kind, given.parametersOf("header"));
    }

    private String text(String component, JsonNode definition, int longest) {
        var variables = Variables.of(definition.path("text").asText());
        var values = TextParameters.of(component, format, variables, given.parametersOf(component));
        var filled = variables.filledIn(values);
        if (filled.codePointCount(0, filled.length()) > longest) {
            throw HydrationRefusal.tooLong(component, longest);
        }
        return filled;
    }

    private ArrayNode buttons() {
        List<JsonNode> definitions = Components.buttons(components).toList();
        var byIndex = ButtonIndex.of(given.buttons(), definitions.size());
        var filled = Json.MAPPER.createArrayNode();
        for (var index = 0; index < definitions.size(); index++) {
            filled.add(
                    ButtonParameters.fillIn(definitions.get(index), index, byIndex.getOrDefault(index, Json.object())));
        }
        return filled;
    }

    private void refuseParameters(String component) {
        var parameters = given.parametersOf(component);
        if (!parameters.isEmpty()) {
            throw HydrationRefusal.count(component, parameters.size(), 0);
        }
    }
}
