package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

final class ButtonRules {
    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 25;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 20;
    private static final String QUICK_REPLY = "QUICK_REPLY";
    private static final Map<String, Integer> MOST_OF_TYPE =
            Map.of(QUICK_REPLY, 10, "URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1);
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            QUICK_REPLY,
            Set.of("type", "text"),
            "URL",
            Set.of("type", "text", "url", "example"),
            "PHONE_NUMBER",
            Set.of("type", "text", "phone_number"),
            "COPY_CODE",
            Set.of("type", "text", "example"));
    private static final Pattern FORBIDDEN_IN_LABELS =
            Pattern.compile("[\\n\\r*_~`\\p{IsEmoji_Presentation}\\x{fe0f}]|\\{\\{");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9() .-]{3,18}");
    private static final Pattern WHATSAPP = Pattern.compile("https?://([^/]+\\.)?(wa\\.me|whatsapp\\.com)(/.*)?");

    private ButtonRules() {}

    static void check(TemplateDraft draft) {
        var buttons = draft.buttons().toList();
        if (buttons.isEmpty()) {
            throw TemplateRefusal.missing("BUTTONS", "buttons");
        }
        if (buttons.size() > MOST) {
            throw TemplateRefusal.plain("Too many buttons", "A template can have %d buttons.".formatted(MOST));
        }
        for (var place = 0; place < buttons.size(); place++) {
            checkOne(draft, buttons.get(place), place);
        }
        checkNumbers(buttons);
        checkGroups(buttons);
    }

    private static void checkOne(TemplateDraft draft, JsonNode button, int place) {
        var type = button.path("type").asText("");
        var known = PROPERTIES.get(type);
        if (known == null) {
            throw TemplateRefusal.plain(
                    "Button type is not valid", "The simulator knows no buttons of type %s.".formatted(type));
        }
        button.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                throw TemplateRefusal.unexpected("BUTTONS", property);
            }
        });
        switch (type) {
            case "COPY_CODE" -> checkCode(button);
            case "URL" -> {
                checkLabel(button);
                checkUrl(draft.format(), button);
            }
            case "PHONE_NUMBER" -> {
                checkLabel(button);
                checkPhoneNumber(draft, button, place);
            }
            default -> checkLabel(button);
        }
    }

    private static void checkLabel(JsonNode button) {
        var label = button.path("text").asText("");
        if (label.isBlank()) {
            throw TemplateRefusal.missing("BUTTONS", "text");
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            throw TemplateRefusal.tooLong("A button's text", LONGEST_LABEL);
        }
        if (FORBIDDEN_IN_LABELS.matcher(label).find()) {
            throw TemplateRefusal.plain(
                    "Button Format Is Incorrect",
                    "Buttons can't have any variables, new lines, emojis or formatting characters.");
        }
    }

    private static void checkUrl(ParameterFormat format, JsonNode button) {
        var url = button.path("url").asText("");
        var variables = Variables.of(url);
        if (url.isBlank()) {
            throw TemplateRefusal.missing("BUTTONS", "url");
        }
        if (url.length() > LONGEST_URL) {
            throw TemplateRefusal.tooLong("A button's URL", LONGEST_URL);
        }
        if (WHATSAPP.matcher(url).matches()) {
            throw TemplateRefusal.whatsAppLink();
        }
        if (!url.matches("https?://[^\\s/]+.*")) {
            throw TemplateRefusal.plain(
                    "Button URL isn't valid", "The URL of a button starts with http:// or https://.");
        }
        if (url.contains("{{") && !(variables.areWellFormed(format) && variables.endTheText())) {
            throw TemplateRefusal.plain("Button URL isn't valid", "A URL can have one variable, at its end.");
        }
        if (url.contains("{{") && button.path("example").path(0).asText("").isBlank()) {
            throw TemplateRefusal.missing("BUTTONS", "example");
        }
    }

    private static void checkPhoneNumber(TemplateDraft draft, JsonNode button, int place) {
        if (!PHONE_NUMBER.matcher(button.path("phone_number").asText("")).matches()) {
            throw GraphError.of(
                            192,
                            "Param components[%d]['buttons'][%d]['phone_number'] is not a valid phone number."
                                    .formatted(draft.components().size() - 1, place))
                    .failure();
        }
    }

    private static void checkCode(JsonNode button) {
        var example = button.path("example");
        var code = example.isArray() ? example.path(0).asText("") : example.asText("");
        if (code.isBlank()) {
            throw TemplateRefusal.missing("BUTTONS", "example");
        }
        if (code.length() > LONGEST_CODE) {
            throw TemplateRefusal.tooLong("A code", LONGEST_CODE);
        }
    }

    private static void checkNumbers(List<JsonNode> buttons) {
        MOST_OF_TYPE.forEach((type, most) -> {
            var count = buttons.stream().filter(button -> isOf(button, type)).count();
            if (count > most) {
                throw TemplateRefusal.plain(
                        "Too many buttons", "A template can have %d buttons of type %s.".formatted(most, type));
            }
        });
        var labels = new HashSet<String>();
        for (var button : buttons) {
            if (button.has("text") && !labels.add(button.path("text").asText())) {
                throw TemplateRefusal.plain("Duplicate button text", "Buttons of a template have different texts.");
            }
        }
    }

    /** Quick replies stand together: before all others, or after them. */
    private static void checkGroups(List<JsonNode> buttons) {
        var changes = 0;
        for (var place = 1; place < buttons.size(); place++) {
            if (isOf(buttons.get(place), QUICK_REPLY) != isOf(buttons.get(place - 1), QUICK_REPLY)) {
                changes++;
            }
        }
        if (changes > 1) {
            throw TemplateRefusal.plain(
                    "Invalid combination of buttons", "Quick replies must not be mixed with other buttons.");
        }
    }

    private static boolean isOf(JsonNode button, String type) {
        return button.path("type").asText().equals(type);
    }
}
