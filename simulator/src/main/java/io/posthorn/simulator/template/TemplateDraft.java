package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a create call asks for, with everything that may be written in any case in capitals. */
record TemplateDraft(
        String name,
        String language,
        TemplateCategory category,
        ParameterFormat format,
        ArrayNode components,
        Optional<Integer> secondsToLive) {

    static TemplateDraft of(ObjectNode parameters) {
        return new TemplateDraft(
                required(parameters, "name"),
                required(parameters, "language"),
                oneOf(TemplateCategory.class, "category", required(parameters, "category")),
                oneOf(
                        ParameterFormat.class,
                        "parameter_format",
                        parameters.path("parameter_format").asText("POSITIONAL")),
                components(parameters),
                secondsToLive(parameters));
    }

    /** The draft with what an edit brings along instead of its own. */
    TemplateDraft with(ObjectNode parameters) {
        var nextCategory = parameters.path("category").asText("");
        return new TemplateDraft(
                name,
                language,
                nextCategory.isEmpty() ? category : oneOf(TemplateCategory.class, "category", nextCategory),
                format,
                parameters.has("components") ? components(parameters) : components,
                parameters.has("message_send_ttl_seconds") ? secondsToLive(parameters) : secondsToLive);
    }

    TemplateDraft with(TemplateCategory other) {
        return new TemplateDraft(name, language, other, format, components, secondsToLive);
    }

    Optional<JsonNode> component(String type) {
        return components
                .valueStream()
                .filter(component -> component.path("type").asText().equals(type))
                .findFirst();
    }

    Stream<JsonNode> buttons() {
        return component("BUTTONS").stream()
                .flatMap(component -> component.path("buttons").valueStream());
    }

    private static ArrayNode components(ObjectNode parameters) {
        if (parameters.get("components") instanceof ArrayNode given && !given.isEmpty()) {
            var components = given.deepCopy();
            components.forEach(TemplateDraft::capitalise);
            return components;
        }
        throw GraphError.of(100, "The parameter components is required.").failure();
    }

    private static void capitalise(JsonNode component) {
        if (!(component instanceof ObjectNode object)) {
            throw GraphError.of(100, "Param components must be an array of objects.")
                    .failure();
        }
        capitalise(object, "type");
        capitalise(object, "format");
        component.path("buttons").valueStream().forEach(button -> {
            if (button instanceof ObjectNode each) {
                capitalise(each, "type");
                capitalise(each, "otp_type");
            }
        });
    }

    private static void capitalise(ObjectNode object, String property) {
        if (object.path(property).isTextual()) {
            object.put(property, object.path(property).textValue().toUpperCase(Locale.ROOT));
        }
    }

    private static Optional<Integer> secondsToLive(ObjectNode parameters) {
        var seconds = parameters.path("message_send_ttl_seconds").asText("");
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        if (!seconds.matches("-1|\\d{1,7}")) {
            throw GraphError.of(100, "Param message_send_ttl_seconds must be an integer.")
                    .failure();
        }
        return Optional.of(Integer.valueOf(seconds));
    }

    private static String required(ObjectNode parameters, String name) {
        var value = parameters.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw GraphError.of(100, "The parameter %s is required.".formatted(name))
                    .failure();
        }
        return value.textValue();
    }

    private static <T extends Enum<T>> T oneOf(Class<T> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> GraphError.of(
                                100, "Param %s must be one of {%s} - got \"%s\".".formatted(name, names(type), value))
                        .failure());
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
