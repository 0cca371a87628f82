package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.Variables;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What a button of each kind carries beside its label. */
final class ButtonContents {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 20;
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9() .-]{3,18}");
    private static final Pattern WHATSAPP = Pattern.compile("https?://([^/]+\\.)?(wa\\.me|whatsapp\\.com)([/?].*)?");
    private static final List<String> FLOW_SOURCES = List.of("flow_id", "flow_name", "flow_json");
    private static final List<String> FLOW_ACTIONS = List.of("NAVIGATE", "DATA_EXCHANGE");

    private ButtonContents() {}

    static void check(ParameterFormat format, ButtonKind kind, JsonNode button, String address) {
        switch (kind) {
            case URL -> checkUrl(format, button);
            case PHONE_NUMBER -> checkPhoneNumber(button, address);
            case COPY_CODE -> checkCode(button);
            case FLOW -> checkFlow(button);
            case APP ->
                require(button, "app_deep_link", button.path("app_deep_link").isObject());
            case QUICK_REPLY, VOICE_CALL, CATALOG, MPM, SPM, REQUEST_CONTACT_INFO -> {}
        }
    }

    private static void checkUrl(ParameterFormat format, JsonNode button) {
        var url = button.path("url").asText("");
        var variables = Variables.of(url);
        require(button, "url", !url.isBlank());
        Texts.limit("A button's URL", url, LONGEST_URL);
        if (WHATSAPP.matcher(url).matches()) {
            throw TemplateRefusal.whatsAppLink();
        }
        if (!url.matches("https?://[^\\s/{]+.*")) {
            throw badUrl("The URL of a button starts with http:// or https://.");
        }
        if (!url.contains("{{")) {
            return;
        }
        var known = variables.areWellFormed(format) || variables.areWellFormed(ParameterFormat.POSITIONAL);
        if (!known || !variables.endTheText()) {
            throw badUrl("A URL can have one variable, at its end.");
        }
        var example = button.path("example");
        require(
                button,
                "example",
                !example.path(0).asText("").isBlank() || !example.asText("").isBlank());
    }

    private static void checkPhoneNumber(JsonNode button, String address) {
        if (!PHONE_NUMBER.matcher(button.path("phone_number").asText("")).matches()) {
            throw GraphError.of(192, "Param %s['phone_number'] is not a valid phone number.".formatted(address))
                    .failure();
        }
    }

    private static void checkCode(JsonNode button) {
        var code = code(button);
        require(button, "example", !code.isBlank());
        Texts.limit("A code", code, LONGEST_CODE);
        if (!code.matches("[A-Za-z0-9]+")) {
            throw TemplateRefusal.plain("Button Format Is Incorrect", "A code has letters and digits only.");
        }
    }

    static String code(JsonNode button) {
        var example = button.path("example");
        return example.isArray() ? example.path(0).asText("") : example.asText("");
    }

    private static void checkFlow(JsonNode button) {
        if (FLOW_SOURCES.stream().filter(button::has).count() != 1) {
            throw TemplateRefusal.plain(
                    "Flow is missing", "A flow button has one of flow_id, flow_name and flow_json.");
        }
        if (button.has("flow_json") && !isObject(button.path("flow_json").asText())) {
            throw TemplateRefusal.plain("Flow is invalid", "flow_json is a JSON object, written as a text.");
        }
        var action = button.path("flow_action").asText("NAVIGATE");
        if (!FLOW_ACTIONS.contains(action)) {
            throw TemplateRefusal.parameter(
                    "Param flow_action must be one of {%s} - got \"%s\".".formatted(FLOW_ACTIONS, action));
        }
        if (action.equals("DATA_EXCHANGE") && button.has("navigate_screen")) {
            throw TemplateRefusal.unexpected("BUTTONS", "navigate_screen");
        }
    }

    private static boolean isObject(String text) {
        try {
            return Json.MAPPER.readTree(text) instanceof ObjectNode;
        } catch (IOException notJson) {
            return false;
        }
    }

    private static void require(JsonNode button, String property, boolean given) {
        if (!given) {
            throw TemplateRefusal.missing("BUTTONS", property);
        }
    }

    private static RuntimeException badUrl(String text) {
        return TemplateRefusal.plain("Button URL isn't valid", text);
    }
}
