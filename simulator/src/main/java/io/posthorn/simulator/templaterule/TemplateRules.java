package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateLanguages;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.world.World;
import java.util.HashSet;

/** Checks a whole template. Each rule that is broken fails with Meta's own refusal. */
public final class TemplateRules {
    private TemplateRules() {}

    public static void check(World world, TemplateDraft draft) {
        checkName(draft);
        draft.components().forEach(Shapes::check);
        checkOneOfEach(draft.components());
        TimeToLive.check(draft);
        if (draft.category() == TemplateCategory.AUTHENTICATION) {
            AuthenticationRules.check(draft);
        } else if (draft.has("CAROUSEL")) {
            CarouselRules.check(world, draft);
        } else {
            checkComponents(world, draft);
            SpecialForms.check(world, draft);
        }
    }

    private static void checkComponents(World world, TemplateDraft draft) {
        draft.component("HEADER").ifPresent(header -> HeaderRules.check(world, draft, header));
        BodyRules.check(draft.format(), body(draft), SpecialForms.longestBody(draft));
        draft.component("FOOTER").ifPresent(FooterRules::check);
        draft.component("BUTTONS").ifPresent(component -> ButtonRules.check(draft, component, address(draft)));
    }

    private static void checkName(TemplateDraft draft) {
        if (!draft.name().matches("[a-z0-9_]{1,512}")) {
            throw TemplateRefusal.nameFormat();
        }
        if (!TemplateLanguages.has(draft.language())) {
            throw TemplateRefusal.parameter(
                    "Param language must be a supported language code - got \"%s\".".formatted(draft.language()));
        }
    }

    static void checkOneOfEach(JsonNode components) {
        var seen = new HashSet<String>();
        for (var component : components) {
            if (!seen.add(component.path("type").asText())) {
                throw TemplateRefusal.plain(
                        "Duplicate component",
                        "A template has one component of type %s."
                                .formatted(component.path("type").asText()));
            }
        }
    }

    static JsonNode body(TemplateDraft draft) {
        return draft.component("BODY").orElseThrow(() -> TemplateRefusal.missing("BODY", "text"));
    }

    /** Where the buttons stand, as Meta writes it in refusals. */
    private static String address(TemplateDraft draft) {
        for (var place = 0; place < draft.components().size(); place++) {
            if (draft.components().path(place).path("type").asText().equals("BUTTONS")) {
                return "components[%d]".formatted(place);
            }
        }
        return "components";
    }
}
