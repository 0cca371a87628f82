package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;

/** Writes out the fixed words of an authentication template. */
final class AuthenticationText {
    private static final String OTP_URL = "https://www.whatsapp.com/otp/code/?otp_type=%s&code=otp{{1}}";

    private AuthenticationText() {}

    static TemplateDraft writtenOut(TemplateDraft draft) {
        if (draft.category() != TemplateCategory.AUTHENTICATION) {
            return draft;
        }
        var words = AuthenticationWords.of(draft.language());
        var components = draft.components().deepCopy();
        components.forEach(component -> write((ObjectNode) component, words));
        return draft.with(components);
    }

    private static void write(ObjectNode component, AuthenticationWords words) {
        switch (component.path("type").asText()) {
            case "BODY" -> writeBody(component, words);
            case "FOOTER" ->
                component.put(
                        "text",
                        words.footer(component.path("code_expiration_minutes").asInt()));
            case "BUTTONS" ->
                component.set("buttons", buttons(component.path("buttons").path(0), words));
            default -> {}
        }
    }

    private static void writeBody(ObjectNode body, AuthenticationWords words) {
        body.put("text", words.body(body.path("add_security_recommendation").asBoolean()));
        body.putObject("example").putArray("body_text").addArray().add("123456");
    }

    /** The OTP button reads back as one of type URL. */
    private static ArrayNode buttons(JsonNode otp, AuthenticationWords words) {
        var type = otp.path("otp_type").asText();
        var buttons = Json.MAPPER.createArrayNode();
        buttons.addObject()
                .put("type", "URL")
                .put("text", otp.path("text").asText(words.copyLabel()))
                .put("url", OTP_URL.formatted(type))
                .putArray("example")
                .add(OTP_URL.formatted(type).replace("{{1}}", "123456"));
        return buttons;
    }
}
