package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a template in with the components of one send. */
public final class Hydration {
    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_BODY = 1024;

    private final World world;
    private final Template template;
    private final List<JsonNode> header = new ArrayList<>();
    private final List<JsonNode> body = new ArrayList<>();
    private final List<JsonNode> buttons = new ArrayList<>();

    private Hydration(World world, Template template) {
        this.world = world;
        this.template = template;
    }

    /** @param components as the send brings them along; may be missing when nothing is variable */
    public static Hydrated of(World world, Template template, JsonNode components) {
        var hydration = new Hydration(world, template);
        components.forEach(hydration::sort);
        return hydration.fillIn();
    }

    private void sort(JsonNode component) {
        var type = component.path("type").asText("").toLowerCase();
        switch (type) {
            case "header" -> component.path("parameters").forEach(header::add);
            case "body" -> component.path("parameters").forEach(body::add);
            case "button" -> buttons.add(component);
            default -> throw HydrationRefusal.unknownComponent(type);
        }
    }

    private Hydrated fillIn() {
        var format = template.draft().format();
        var filledHeader =
                template.component("HEADER").map(each -> header(format, each)).orElseGet(this::noHeader);
        var text = template.component("BODY").orElseThrow().path("text").asText();
        var filledBody = fillIn("body", format, text, body, LONGEST_BODY);
        var footer = template.component("FOOTER")
                .map(each -> each.path("text").asText())
                .orElse(null);
        return new Hydrated(template, filledHeader, filledBody, footer, buttons());
    }

    private ObjectNode header(ParameterFormat format, JsonNode definition) {
        var kind = definition.path("format").asText();
        if (kind.equals("TEXT")) {
            var text = fillIn("header", format, definition.path("text").asText(), header, LONGEST_HEADER);
            return Json.object().put("format", kind).put("text", text);
        }
        return HeaderMedia.of(world, kind, header);
    }

    private ObjectNode noHeader() {
        if (!header.isEmpty()) {
            throw HydrationRefusal.count("header", header.size(), 0);
        }
        return null;
    }

    private ArrayNode buttons() {
        var filled = Json.MAPPER.createArrayNode();
        var definitions = template.buttons().toList();
        var given = ButtonParameters.byIndex(buttons, definitions.size());
        for (var index = 0; index < definitions.size(); index++) {
            filled.add(
                    ButtonParameters.fillIn(definitions.get(index), index, given.getOrDefault(index, Json.object())));
        }
        return filled;
    }

    private static String fillIn(
            String component, ParameterFormat format, String text, List<JsonNode> given, int longest) {
        var variables = Variables.of(text);
        Map<String, String> values = TextParameters.of(component, format, variables, given);
        var filled = variables.filledIn(values);
        if (filled.codePointCount(0, filled.length()) > longest) {
            throw HydrationRefusal.tooLong(component, longest);
        }
        return filled;
    }
}
