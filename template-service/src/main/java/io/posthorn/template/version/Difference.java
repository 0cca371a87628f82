package io.posthorn.template.version;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.template.template.TemplateContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares two contents by what they mean: what a reader sees, what a sender has to give, what Meta's reviewers look at. The order
 * of fields, or the case of a word, is no difference.
 */
final class Difference {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT", "GIF", "LOCATION", "PRODUCT");

    private Difference() {}

    static List<ChangeView> between(TemplateContent before, TemplateContent after) {
        var changes = new ArrayList<ChangeView>();
        compare(changes, "reader", seen(before.components()), seen(after.components()));
        compare(changes, "sender", needed(before.components()), needed(after.components()));
        compare(changes, "reviewer", reviewed(before), reviewed(after));
        return changes;
    }

    private static void compare(
            List<ChangeView> changes, String audience, Map<String, String> before, Map<String, String> after) {
        var parts = new LinkedHashSet<>(before.keySet());
        parts.addAll(after.keySet());
        parts.stream()
                .filter(part -> !Objects.equals(before.get(part), after.get(part)))
                .forEach(part -> changes.add(ChangeView.of(audience, part, before.get(part), after.get(part))));
    }

    private static Map<String, String> seen(JsonNode components) {
        var seen = new LinkedHashMap<String, String>();
        addSeen(seen, "", components);
        return seen;
    }

    private static void addSeen(Map<String, String> seen, String place, JsonNode components) {
        for (var component : components) {
            var part = place + word(component, "type").toLowerCase(Locale.ROOT);
            switch (word(component, "type")) {
                case "HEADER" -> {
                    var format = word(component, "format");
                    seen.put(
                            part,
                            format.equals("TEXT") ? component.path("text").asText() : format.toLowerCase(Locale.ROOT));
                }
                case "BUTTONS" -> addButtons(seen, place, component.path("buttons"));
                case "CAROUSEL" -> {
                    var cards = component.path("cards");
                    for (var card = 0; card < cards.size(); card++) {
                        addSeen(
                                seen,
                                place + "card " + (card + 1) + " ",
                                cards.path(card).path("components"));
                    }
                }
                case "LIMITED_TIME_OFFER" ->
                    seen.put(
                            place + "offer",
                            component.path("limited_time_offer").path("text").asText());
                default -> seen.put(part, said(component));
            }
        }
    }

    private static String said(JsonNode component) {
        if (component.has("text")) {
            return component.path("text").asText();
        }
        if (component.has("code_expiration_minutes")) {
            return "The code lives %s minutes"
                    .formatted(component.path("code_expiration_minutes").asText());
        }
        return component.path("add_security_recommendation").asBoolean()
                ? "The code, and not to share it"
                : word(component, "type").toLowerCase(Locale.ROOT);
    }

    private static void addButtons(Map<String, String> seen, String place, JsonNode buttons) {
        for (var index = 0; index < buttons.size(); index++) {
            var button = buttons.path(index);
            var target = button.path("url").asText(button.path("phone_number").asText(""));
            seen.put(
                    place + "button " + (index + 1),
                    "%s “%s”%s"
                            .formatted(
                                    word(button, "type")
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '),
                                    button.path("text").asText(""),
                                    target.isEmpty() ? "" : " → " + target));
        }
    }

    /** What a request that sends the template has to bring along. */
    private static Map<String, String> needed(JsonNode components) {
        var needed = new LinkedHashMap<String, String>();
        addNeeded(needed, "", components);
        return needed;
    }

    private static void addNeeded(Map<String, String> needed, String place, JsonNode components) {
        for (var component : components) {
            switch (word(component, "type")) {
                case "HEADER" -> {
                    var format = word(component, "format");
                    addVariables(
                            needed, place + "header", component.path("text").asText(""));
                    if (MEDIA.contains(format)) {
                        needed.put(place + "header", format.toLowerCase(Locale.ROOT));
                    }
                }
                case "BODY" ->
                    addVariables(needed, place + "body", component.path("text").asText(""));
                case "BUTTONS" -> {
                    var buttons = component.path("buttons");
                    for (var index = 0; index < buttons.size(); index++) {
                        var button = buttons.path(index);
                        addVariables(
                                needed,
                                place + "button " + (index + 1),
                                button.path("url").asText(""));
                        if (Set.of("COPY_CODE", "OTP").contains(word(button, "type"))) {
                            needed.put(place + "button " + (index + 1), "code");
                        }
                    }
                }
                case "CAROUSEL" -> {
                    var cards = component.path("cards");
                    needed.put(place + "cards", Integer.toString(cards.size()));
                    for (var card = 0; card < cards.size(); card++) {
                        addNeeded(
                                needed,
                                place + "card " + (card + 1) + " ",
                                cards.path(card).path("components"));
                    }
                }
                default -> {}
            }
        }
    }

    private static void addVariables(Map<String, String> needed, String part, String text) {
        VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(name -> needed.put(part + " {{" + name + "}}", "text"));
    }

    private static Map<String, String> reviewed(TemplateContent content) {
        var reviewed = new LinkedHashMap<String, String>();
        reviewed.put("category", content.category().name());
        if (content.secondsToLive() != null) {
            reviewed.put("seconds to live", content.secondsToLive().toString());
        }
        var index = 0;
        for (var component : content.components()) {
            if (component.has("example")) {
                reviewed.put(
                        "example of the " + word(component, "type").toLowerCase(Locale.ROOT),
                        component.path("example").toString());
            }
            for (var button : component.path("buttons")) {
                index++;
                if (button.has("example")) {
                    reviewed.put(
                            "example of button " + index, button.path("example").toString());
                }
            }
        }
        return reviewed;
    }

    private static String word(JsonNode node, String field) {
        return node.path(field).asText("").toUpperCase(Locale.ROOT);
    }
}
