package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;

/** Writes out the fixed words of an authentication template, in English for every language. */
final class AuthenticationText {
    private static final String OTP_URL = "https://www.whatsapp.com/otp/code/?otp_type=%s&code=otp{{1}}";

    private AuthenticationText() {}

    static TemplateDraft writtenOut(TemplateDraft draft) {
        if (draft.category() != TemplateCategory.AUTHENTICATION) {
            return draft;
        }
        var components = draft.components().deepCopy();
        components.forEach(AuthenticationText::write);
        return new TemplateDraft(
                draft.name(), draft.language(), draft.category(), draft.format(), components, draft.secondsToLive());
    }

    private static void write(JsonNode component) {
        var object = (ObjectNode) component;
        switch (object.path("type").asText()) {
            case "BODY" -> writeBody(object);
            case "FOOTER" ->
                object.put(
                        "text",
                        "This code expires in %d minutes."
                                .formatted(
                                        object.path("code_expiration_minutes").asInt()));
            case "BUTTONS" ->
                object.set("buttons", buttons(object.path("buttons").path(0)));
            default -> {}
        }
    }

    private static void writeBody(ObjectNode body) {
        var advice = body.path("add_security_recommendation").asBoolean()
                ? " For your security, do not share this code."
                : "";
        body.put("text", "*{{1}}* is your verification code." + advice);
        body.putObject("example").putArray("body_text").addArray().add("123456");
    }

    /** The OTP button reads back as one of type URL. */
    private static ArrayNode buttons(JsonNode otp) {
        var type = otp.path("otp_type").asText();
        var buttons = Json.MAPPER.createArrayNode();
        buttons.addObject()
                .put("type", "URL")
                .put("text", otp.path("text").asText("Copy code"))
                .put("url", OTP_URL.formatted(type))
                .putArray("example")
                .add(OTP_URL.formatted(type).replace("{{1}}", "123456"));
        return buttons;
    }
}
