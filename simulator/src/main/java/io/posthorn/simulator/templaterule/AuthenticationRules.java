package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;
import java.util.List;

/** Authentication templates: Meta writes the words, the business chooses among options. */
final class AuthenticationRules {
    private static final int LONGEST_LIFE_OF_CODE = 90;

    private AuthenticationRules() {}

    static void check(TemplateDraft draft) {
        draft.components().forEach(AuthenticationRules::refuseOthers);
        var body = draft.component("BODY").orElseThrow(() -> TemplateRefusal.missing("BODY", "type"));
        if (body.has("text")) {
            throw TemplateRefusal.unexpected("BODY", "text");
        }
        draft.component("FOOTER").ifPresent(AuthenticationRules::checkFooter);
        checkButtons(draft.buttons().toList());
    }

    private static void refuseOthers(JsonNode component) {
        var type = component.path("type").asText();
        if (!List.of("BODY", "FOOTER", "BUTTONS").contains(type)) {
            throw TemplateRefusal.unexpected(type, component.has("format") ? "format" : "type");
        }
    }

    private static void checkFooter(JsonNode footer) {
        if (footer.has("text")) {
            throw TemplateRefusal.unexpected("FOOTER", "text");
        }
        var minutes = footer.path("code_expiration_minutes");
        if (!minutes.isInt() || minutes.intValue() < 1 || minutes.intValue() > LONGEST_LIFE_OF_CODE) {
            throw TemplateRefusal.footerFormat(
                    "code_expiration_minutes is from 1 to %d.".formatted(LONGEST_LIFE_OF_CODE));
        }
    }

    private static void checkButtons(List<JsonNode> buttons) {
        if (buttons.size() != 1 || !buttons.getFirst().path("type").asText().equals("OTP")) {
            throw TemplateRefusal.missing("BUTTONS", "buttons");
        }
        CodeButtonRules.check(buttons.getFirst());
    }
}
