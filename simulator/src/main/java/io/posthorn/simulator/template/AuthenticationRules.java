package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Authentication templates: Meta writes the words, the business chooses among options. */
final class AuthenticationRules {
    private static final Set<String> OTP_TYPES = Set.of("COPY_CODE", "ONE_TAP", "ZERO_TAP");
    private static final int LONGEST_LIFE_OF_CODE = 90;

    private AuthenticationRules() {}

    static void check(TemplateDraft draft) {
        draft.component("HEADER").ifPresent(header -> {
            throw TemplateRefusal.unexpected("HEADER", "format");
        });
        var body = draft.component("BODY").orElseThrow(() -> TemplateRefusal.missing("BODY", "type"));
        if (body.has("text")) {
            throw TemplateRefusal.unexpected("BODY", "text");
        }
        draft.component("FOOTER").ifPresent(AuthenticationRules::checkFooter);
        checkButtons(draft.buttons().toList());
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
        var otp = buttons.getFirst();
        var type = otp.path("otp_type").asText("");
        if (!OTP_TYPES.contains(type)) {
            throw TemplateRefusal.missing("BUTTONS", "otp_type");
        }
        if (!type.equals("COPY_CODE") && otp.path("supported_apps").isEmpty()) {
            throw TemplateRefusal.missing("BUTTONS", "supported_apps");
        }
        if (type.equals("ZERO_TAP") && !otp.path("zero_tap_terms_accepted").asBoolean()) {
            throw TemplateRefusal.missing("BUTTONS", "zero_tap_terms_accepted");
        }
    }
}
