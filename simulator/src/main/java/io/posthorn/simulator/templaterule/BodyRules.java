package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.Variables;
import java.util.regex.Pattern;

final class BodyRules {
    private static final Pattern BAD_BLANKS = Pattern.compile("\\t| {5,}|\\n{3,}");

    private BodyRules() {}

    static void check(ParameterFormat format, JsonNode body, int longest) {
        var text = body.path("text").asText("");
        var variables = Variables.of(text);
        if (text.isBlank()) {
            throw TemplateRefusal.missing("BODY", "text");
        }
        if (body.has("add_security_recommendation")) {
            throw TemplateRefusal.unexpected("BODY", "add_security_recommendation");
        }
        Texts.limit("The body", text, longest);
        if (BAD_BLANKS.matcher(text).find()) {
            throw TemplateRefusal.bodyFormat(
                    "The body can't have tabs, more than four blanks or more than two new lines in a row.");
        }
        if (!variables.areWellFormed(format)) {
            throw TemplateRefusal.bodyFormat(
                    "Variables are numbered from {{1}} without gaps, or named in small letters, as the format says.");
        }
        if (variables.touchAnEdge()) {
            throw TemplateRefusal.variableAtTheEdge();
        }
        if (variables.areTooMany()) {
            throw TemplateRefusal.tooManyVariables();
        }
        Example.check("BODY", "body_text", format, variables, body);
    }
}
