package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** How many buttons, of which kinds, in which order. */
final class ButtonRules {
    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 25;

    private ButtonRules() {}

    /** @param address where the component stands, such as {@code components[2]} */
    static void check(TemplateDraft draft, JsonNode component, String address) {
        var buttons = component.path("buttons").valueStream().toList();
        if (buttons.isEmpty()) {
            throw TemplateRefusal.missing("BUTTONS", "buttons");
        }
        if (buttons.size() > MOST) {
            throw TemplateRefusal.plain("Too many buttons", "A template can have %d buttons.".formatted(MOST));
        }
        for (var place = 0; place < buttons.size(); place++) {
            checkOne(draft, buttons.get(place), "%s['buttons'][%d]".formatted(address, place));
        }
        checkNumbers(buttons);
        checkGroups(buttons);
    }

    private static void checkOne(TemplateDraft draft, JsonNode button, String address) {
        var kind = ButtonKind.of(button)
                .orElseThrow(() -> TemplateRefusal.parameter("Param %s['type'] must be one of {%s} - got \"%s\"."
                        .formatted(address, kinds(), button.path("type").asText(""))));
        button.fieldNames().forEachRemaining(property -> {
            if (!kind.has(property)) {
                throw TemplateRefusal.unexpected("BUTTONS", property);
            }
        });
        if (kind.isForMarketingOnly() && draft.category() != TemplateCategory.MARKETING) {
            throw TemplateRefusal.plain(
                    "Button isn't allowed", "Only marketing templates can have buttons of type %s.".formatted(kind));
        }
        checkLabel(kind, button);
        ButtonContents.check(draft.format(), kind, button, address);
    }

    private static void checkLabel(ButtonKind kind, JsonNode button) {
        var label = button.path("text").asText("");
        if (label.isBlank() && kind.needsLabel()) {
            throw TemplateRefusal.missing("BUTTONS", "text");
        }
        Texts.limit("A button's text", label, LONGEST_LABEL);
        if (Texts.hasSigns(label) || label.contains("{{")) {
            throw TemplateRefusal.plain(
                    "Button Format Is Incorrect",
                    "Buttons can't have any variables, new lines, emojis or formatting characters.");
        }
        var fixed = kind.fixedLabel();
        if (!fixed.isEmpty() && !label.isEmpty() && !label.equalsIgnoreCase(fixed)) {
            throw TemplateRefusal.plain(
                    "Button Format Is Incorrect", "The text of this button is always \"%s\".".formatted(fixed));
        }
    }

    private static void checkNumbers(List<JsonNode> buttons) {
        for (var kind : ButtonKind.values()) {
            var count = buttons.stream().filter(button -> isOf(button, kind)).count();
            if (count > kind.most()) {
                throw TemplateRefusal.plain(
                        "Too many buttons", "A template can have %d buttons of type %s.".formatted(kind.most(), kind));
            }
        }
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
            if (isOf(buttons.get(place), ButtonKind.QUICK_REPLY)
                    != isOf(buttons.get(place - 1), ButtonKind.QUICK_REPLY)) {
                changes++;
            }
        }
        if (changes > 1) {
            throw TemplateRefusal.plain(
                    "Invalid combination of buttons", "Quick replies must not be mixed with other buttons.");
        }
    }

    static boolean isOf(JsonNode button, ButtonKind kind) {
        return button.path("type").asText().equals(kind.name());
    }

    private static String kinds() {
        return String.join(
                ", ", Arrays.stream(ButtonKind.values()).map(Enum::name).toList());
    }
}
