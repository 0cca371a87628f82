package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.Texts;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many buttons, of which kinds, in which order, with which labels. */
final class ButtonsCheck {
    private static final int SHOWN = 3;
    private static final Set<String> OF_COMPONENT = Set.of("type", "buttons");

    private ButtonsCheck() {}

    static void check(Written written, Part component) {
        component.checkFields(OF_COMPONENT, HeadCheck.FIELDS_OF_COMPONENTS);
        var list = component.at("buttons");
        var buttons = list.items();
        if (component.has("buttons") && !list.json().isArray()) {
            list.add(
                    Rule.FIELD_TYPE,
                    Rule.FIELD_TYPE.sentence(),
                    list.json().isObject()
                            ? Optional.of(new Fix(
                                    list.pointer(),
                                    JsonNodeFactory.instance.arrayNode().add(list.json())))
                            : Optional.empty());
            return;
        }
        if (buttons.isEmpty()) {
            list.add(Rule.BUTTONS_REQUIRED, Fix.remove(component.pointer()));
            return;
        }
        if (buttons.size() > Limits.BUTTONS) {
            list.add(Rule.BUTTONS_TOO_MANY);
            return;
        }
        var labels = new HashSet<String>();
        buttons.forEach(button -> checkOne(written, button, labels));
        checkNumbers(list, buttons);
        checkOrder(list, buttons);
    }

    private static void checkOne(Written written, Part button, Set<String> labels) {
        if (!button.json().isObject()) {
            button.add(Rule.BUTTON_REQUIRED);
            return;
        }
        var kind = ButtonKind.of(button).orElse(null);
        if (kind == null) {
            button.at("type").add(Rule.BUTTON_TYPE_UNKNOWN);
            return;
        }
        button.checkFields(kind.fields(), ButtonKind.FIELDS);
        if (kind == ButtonKind.OTP) {
            button.at("type").add(Rule.BUTTON_NOT_ALLOWED, "Only authentication templates have a button of type OTP");
            return;
        }
        if (kind.isForMarketing() && written.isNotFor(TemplateCategory.MARKETING)) {
            button.at("type").add(Rule.CATEGORY_NOT_ALLOWED);
        }
        checkLabel(kind, button.at("text"));
        if (button.has("text") && !labels.add(button.text("text").strip())) {
            button.at("text").add(Rule.BUTTON_TEXT_DUPLICATE);
        }
        ButtonContents.check(kind, button);
    }

    private static void checkLabel(ButtonKind kind, Part where) {
        var text = where.text();
        if (text.isBlank()) {
            if (kind.needsLabel()) {
                where.add(Rule.BUTTON_TEXT_REQUIRED);
            }
            return;
        }
        if (!kind.label().isEmpty() && !kind.label().equalsIgnoreCase(text)) {
            where.addWithText(Rule.BUTTON_TEXT_FIXED, kind.label());
            return;
        }
        checkText(where, text);
    }

    static void checkText(Part where, String text) {
        if (Texts.length(text) > Limits.BUTTON_TEXT) {
            where.add(Rule.BUTTON_TEXT_TOO_LONG);
            return;
        }
        if (text.contains("{{") || text.contains("}}")) {
            where.add(Rule.BUTTON_TEXT_VARIABLE);
        } else if (!Signs.isPlain(text)) {
            var plain = Signs.plain(text);
            if (plain.isEmpty()) {
                where.add(Rule.BUTTON_TEXT_CHARACTERS);
            } else {
                where.addWithText(Rule.BUTTON_TEXT_CHARACTERS, plain);
            }
        }
    }

    private static void checkNumbers(Part list, List<Part> buttons) {
        var counts = new EnumMap<ButtonKind, Integer>(ButtonKind.class);
        buttons.forEach(button -> ButtonKind.of(button).ifPresent(kind -> counts.merge(kind, 1, Integer::sum)));
        counts.forEach((kind, count) -> {
            if (count > kind.most()) {
                list.add(
                        Rule.BUTTONS_OF_TYPE_TOO_MANY,
                        "There are at most %d buttons of type %s".formatted(kind.most(), kind));
            }
        });
    }

    /** Quick replies stand together, before the others or after them. */
    private static void checkOrder(Part list, List<Part> buttons) {
        var changes = 0;
        for (var index = 1; index < buttons.size(); index++) {
            changes += isReply(buttons.get(index - 1)) != isReply(buttons.get(index)) ? 1 : 0;
        }
        if (changes > 1) {
            list.add(Rule.QUICK_REPLIES_SCATTERED, new Fix(list.pointer(), ordered(buttons)));
        }
        if (buttons.size() > SHOWN) {
            list.add(Rule.BUTTONS_FOLDED);
        }
        if (changes > 0 || buttons.size() > SHOWN) {
            list.add(Rule.BUTTONS_ON_DESKTOP);
        }
    }

    private static ArrayNode ordered(List<Part> buttons) {
        var first = isReply(buttons.getFirst());
        var ordered = JsonNodeFactory.instance.arrayNode();
        Stream.concat(
                        buttons.stream().filter(button -> isReply(button) == first),
                        buttons.stream().filter(button -> isReply(button) != first))
                .forEach(button -> ordered.add(button.json()));
        return ordered;
    }

    private static boolean isReply(Part button) {
        return button.json().path("type").asText("").equalsIgnoreCase(ButtonKind.QUICK_REPLY.name());
    }
}
