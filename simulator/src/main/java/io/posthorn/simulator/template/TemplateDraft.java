package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphError;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a create call asks for, with everything that may be written in any case in capitals. */
public record TemplateDraft(
        String name,
        String language,
        TemplateCategory category,
        ParameterFormat format,
        ArrayNode components,
        Optional<Integer> secondsToLive,
        DraftOptions options) {

    public static TemplateDraft of(ObjectNode parameters) {
        return new TemplateDraft(
                required(parameters, "name"),
                required(parameters, "language"),
                oneOf(TemplateCategory.class, "category", required(parameters, "category")),
                oneOf(
                        ParameterFormat.class,
                        "parameter_format",
                        parameters.path("parameter_format").asText("POSITIONAL")),
                Components.of(parameters.get("components")),
                secondsToLive(parameters),
                DraftOptions.of(parameters));
    }

    /** The draft with what an edit brings along instead of its own. */
    public TemplateDraft with(ObjectNode parameters) {
        var nextCategory = parameters.path("category").asText("");
        return new TemplateDraft(
                name,
                language,
                nextCategory.isEmpty() ? category : oneOf(TemplateCategory.class, "category", nextCategory),
                format,
                parameters.has("components") ? Components.of(parameters.get("components")) : components,
                parameters.has("message_send_ttl_seconds") ? secondsToLive(parameters) : secondsToLive,
                options);
    }

    public TemplateDraft with(TemplateCategory other) {
        return new TemplateDraft(name, language, other, format, components, secondsToLive, options);
    }

    public TemplateDraft with(ArrayNode others) {
        return new TemplateDraft(name, language, category, format, others, secondsToLive, options);
    }

    public Optional<JsonNode> component(String type) {
        return Components.find(components, type);
    }

    public boolean has(String component) {
        return component(component).isPresent();
    }

    public Stream<JsonNode> buttons() {
        return Components.buttons(components);
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
                .filter(each -> each.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> GraphError.of(
                                100, "Param %s must be one of {%s} - got \"%s\".".formatted(name, names(type), value))
                        .failure());
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
