package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;

final class FooterRules {
    private static final int LONGEST = 60;

    private FooterRules() {}

    static void check(JsonNode footer) {
        var text = footer.path("text").asText("");
        if (text.isBlank()) {
            throw TemplateRefusal.missing("FOOTER", "text");
        }
        if (footer.has("code_expiration_minutes")) {
            throw TemplateRefusal.unexpected("FOOTER", "code_expiration_minutes");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw TemplateRefusal.tooLong("The footer", LONGEST);
        }
        if (text.contains("\n") || text.contains("{{")) {
            throw TemplateRefusal.footerFormat("The footer can't have new lines or variables.");
        }
    }
}
