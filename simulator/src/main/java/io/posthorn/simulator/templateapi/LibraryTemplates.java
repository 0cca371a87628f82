package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.TemplateRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Wordings that Meta approved beforehand, some of them, from {@code template-library.json}. */
final class LibraryTemplates {
    private static final JsonNode ALL = read();

    private LibraryTemplates() {}

    /** The parameters of a create call with the components of the library's template that it names. */
    static ObjectNode writtenOut(ObjectNode parameters) {
        var name = parameters.path("library_template_name").asText();
        var found = ALL.get(name);
        if (found == null) {
            throw TemplateRefusal.parameter(
                    "Param library_template_name must be one of {%s} - got \"%s\".".formatted(names(), name));
        }
        if (parameters.has("components")) {
            throw TemplateRefusal.parameter("Param components can't be given with library_template_name.");
        }
        if (!found.path("category")
                .asText()
                .equalsIgnoreCase(parameters.path("category").asText())) {
            throw TemplateRefusal.parameter("Param category must be one of {%s} - got \"%s\"."
                    .formatted(
                            found.path("category").asText(),
                            parameters.path("category").asText()));
        }
        var complete = parameters.deepCopy();
        ArrayNode components = found.path("components").deepCopy();
        fillIn(
                components,
                parameters.path("library_template_button_inputs").valueStream().toList());
        complete.set("components", components);
        return complete;
    }

    /** Each input is for the next button that asks for one. */
    private static void fillIn(ArrayNode components, List<JsonNode> inputs) {
        var waiting = new ArrayList<>(inputs);
        for (var component : components) {
            for (var button : component.path("buttons")) {
                if (button.path("type").asText().matches("URL|PHONE_NUMBER")) {
                    fillIn((ObjectNode) button, waiting);
                }
            }
        }
    }

    private static void fillIn(ObjectNode button, List<JsonNode> waiting) {
        var type = button.path("type").asText();
        var input = waiting.stream()
                .filter(each -> each.path("type").asText().equalsIgnoreCase(type))
                .findFirst()
                .orElseThrow(() -> TemplateRefusal.parameter(
                        "Param library_template_button_inputs must have an item of type %s.".formatted(type)));
        waiting.remove(input);
        if (type.equals("URL")) {
            button.put("url", input.path("url").path("base_url").asText());
            var example = input.path("url").path("url_suffix_example").asText("");
            if (!example.isEmpty()) {
                button.putArray("example").add(example);
            }
        } else {
            button.put("phone_number", input.path("phone_number").asText());
        }
    }

    private static String names() {
        Iterable<String> names = ALL::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(Collectors.joining(", "));
    }

    private static JsonNode read() {
        try (var file = LibraryTemplates.class.getResourceAsStream("/template-library.json")) {
            return Json.MAPPER.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
