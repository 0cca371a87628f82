package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.TemplateRefusal;
import java.util.Map;
import java.util.Set;

/** The components there are, and the properties that each may have. */
final class Shapes {
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "HEADER", Set.of("type", "format", "text", "example"),
            "BODY", Set.of("type", "text", "example", "add_security_recommendation"),
            "FOOTER", Set.of("type", "text", "code_expiration_minutes"),
            "BUTTONS", Set.of("type", "buttons"),
            "CAROUSEL", Set.of("type", "cards"),
            "LIMITED_TIME_OFFER", Set.of("type", "limited_time_offer"),
            "CALL_PERMISSION_REQUEST", Set.of("type"));

    private Shapes() {}

    static void check(JsonNode component) {
        var type = component.path("type").asText("");
        var known = PROPERTIES.get(type);
        if (known == null) {
            throw TemplateRefusal.parameter(
                    "Param components[n]['type'] must be one of {HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER, CALL_PERMISSION_REQUEST} - got \"%s\"."
                            .formatted(type));
        }
        refuseOthers(type, component, known);
    }

    static void refuseOthers(String type, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                throw TemplateRefusal.unexpected(type, property);
            }
        });
    }

    /** Refuses a component where its kind has no place. */
    static void refuse(String type, boolean present, String where) {
        if (present) {
            throw TemplateRefusal.plain(
                    "Invalid combination of components",
                    "Component of type %s is not allowed in %s.".formatted(type, where));
        }
    }
}
