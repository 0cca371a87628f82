package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.TemplateRefusal;

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
        Texts.limit("The footer", text, LONGEST);
        if (text.contains("\n") || text.contains("\r") || text.contains("{{")) {
            throw TemplateRefusal.footerFormat("The footer can't have new lines or variables.");
        }
    }
}
