package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.world.World;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Meta's rules of templates, as far as they are checked before the review. Each fails with Meta's own refusal. */
final class TemplateRules {
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "HEADER", Set.of("type", "format", "text", "example"),
            "BODY", Set.of("type", "text", "example", "add_security_recommendation"),
            "FOOTER", Set.of("type", "text", "code_expiration_minutes"),
            "BUTTONS", Set.of("type", "buttons"));
    private static final Set<String> NOT_SERVED =
            Set.of("CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST", "TAP_TARGET_CONFIGURATION");

    private TemplateRules() {}

    static void check(World world, TemplateDraft draft) {
        checkName(draft);
        draft.components().forEach(TemplateRules::checkShape);
        checkOneOfEach(draft);
        TimeToLive.check(draft);
        if (draft.category() == TemplateCategory.AUTHENTICATION) {
            AuthenticationRules.check(draft);
            return;
        }
        draft.component("HEADER").ifPresent(header -> HeaderRules.check(world, draft.format(), header));
        BodyRules.check(draft.format(), body(draft));
        draft.component("FOOTER").ifPresent(FooterRules::check);
        if (draft.component("BUTTONS").isPresent()) {
            ButtonRules.check(draft);
        }
    }

    private static void checkName(TemplateDraft draft) {
        if (!draft.name().matches("[a-z0-9_]{1,512}")) {
            throw TemplateRefusal.nameFormat();
        }
        if (!TemplateLanguages.has(draft.language())) {
            throw GraphError.of(
                            100,
                            "Param language must be a supported language code - got \"%s\"."
                                    .formatted(draft.language()))
                    .failure();
        }
    }

    private static void checkShape(JsonNode component) {
        var type = component.path("type").asText("");
        if (NOT_SERVED.contains(type)) {
            throw TemplateRefusal.plain(
                    "Not simulated", "The simulator does not serve components of type %s yet.".formatted(type));
        }
        var known = PROPERTIES.get(type);
        if (known == null) {
            throw GraphError.of(
                            100,
                            "Param components[n]['type'] must be one of {HEADER, BODY, FOOTER, BUTTONS} - got \"%s\"."
                                    .formatted(type))
                    .failure();
        }
        component.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                throw TemplateRefusal.unexpected(type, property);
            }
        });
    }

    private static void checkOneOfEach(TemplateDraft draft) {
        var seen = new HashSet<String>();
        for (var component : draft.components()) {
            if (!seen.add(component.path("type").asText())) {
                throw TemplateRefusal.plain(
                        "Duplicate component",
                        "A template has one component of type %s."
                                .formatted(component.path("type").asText()));
            }
        }
    }

    private static JsonNode body(TemplateDraft draft) {
        return draft.component("BODY").orElseThrow(() -> TemplateRefusal.missing("BODY", "text"));
    }
}
