package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Goes through a template and takes for each of its places what was said for it. */
record Filler(Violations found, Values values) {
    private static final int MOST_BODY = 1024;
    private static final int MOST_HEADER = 60;
    private static final int MOST_PRODUCT_CARDS = 10;
    private static final int FEWEST_PRODUCT_CARDS = 2;

    ArrayNode template(Layout layout, JsonNode given, String pointer) {
        var known = new LinkedHashSet<>(Set.of("header", "body", "buttons"));
        if (layout.code()) {
            values.only(pointer, given, Set.of("code"));
            return code(values.code(pointer + "/code", given.path("code")));
        }
        if (layout.offer() != null && layout.offer().ends()) {
            known.add("offerEndsAt");
        }
        if (!layout.cards().isEmpty()) {
            known.add("cards");
        }
        values.only(pointer, given, known);
        var components = JsonNodeFactory.instance.arrayNode();
        header(components, layout.header(), given, pointer + "/header");
        body(components, layout, given.path("body"), pointer + "/body");
        if (known.contains("offerEndsAt")) {
            offer(components, given.path("offerEndsAt"), pointer + "/offerEndsAt");
        }
        buttons(components, layout.buttons(), given.path("buttons"), pointer + "/buttons");
        if (!layout.cards().isEmpty()) {
            cards(components, layout, given.path("cards"), pointer + "/cards");
        }
        return components;
    }

    /** It stands in the body and at the button. */
    private ArrayNode code(ObjectNode code) {
        var components = JsonNodeFactory.instance.arrayNode();
        add(components, "body", code);
        if (code != null) {
            components.add(button(0, "url", code));
        }
        return components;
    }

    private void header(ArrayNode components, Layout.Header header, JsonNode given, String pointer) {
        var value = given.path("header");
        var needed =
                header.isThere() && (!header.isText() || !header.text().names().isEmpty());
        if (!needed) {
            if (given.hasNonNull("header")) {
                values.refuse(pointer, "variable_unexpected", "The header of this template takes no value");
            }
            return;
        }
        if (value.isMissingNode() || value.isNull()) {
            values.refuse(pointer, "variable_missing", "The template needs a value here");
            return;
        }
        var kind = header.format().toLowerCase(Locale.ROOT);
        var parameter =
                switch (kind) {
                    case "text" -> values.text(pointer, value, false);
                    case "location" -> values.location(pointer, value);
                    case "product" -> values.product(pointer, value);
                    default -> values.file(pointer, value, kind);
                };
        if (parameter != null && kind.equals("text")) {
            name(parameter, header.text(), header.text().names().getFirst());
            var shown = header.text().filled(name -> value.textValue());
            if (shown.codePointCount(0, shown.length()) > MOST_HEADER) {
                values.refuse(
                        pointer,
                        "header_too_long",
                        "With its value the header has more than %d characters".formatted(MOST_HEADER));
            }
        }
        add(components, "header", parameter);
    }

    private void body(ArrayNode components, Layout layout, JsonNode given, String pointer) {
        var names = layout.body().names();
        var named = layout.body().isNamed();
        var before = found.list().size();
        var taken = !(given.isMissingNode() || given.isNull());
        if (taken && (named ? !given.isObject() : !given.isArray())) {
            values.refuse(
                    pointer,
                    "variable_type",
                    named
                            ? "The variables of this body have names: give an object"
                            : "The variables of this body have numbers: give a list of values in their order");
            return;
        }
        if (named) {
            values.only(pointer, given, Set.copyOf(names));
        }
        for (var index = names.size(); index < Math.min(given.size(), names.size() + 5) && !named; index++) {
            values.refuse(
                    "%s/%d".formatted(pointer, index),
                    "variable_unexpected",
                    "The body takes %d value(s)".formatted(names.size()));
        }
        var parameters = IntStream.range(0, names.size())
                .mapToObj(index -> name(
                        values.text(
                                "%s/%s".formatted(pointer, named ? names.get(index) : index),
                                named ? given.path(names.get(index)) : given.path(index),
                                true),
                        layout.body(),
                        names.get(index)))
                .toList();
        if (found.list().size() > before || names.isEmpty()) {
            return;
        }
        var shown = layout.body().filled(name -> Shown.value(parameters.get(names.indexOf(name))));
        if (shown.codePointCount(0, shown.length()) > MOST_BODY) {
            values.refuse(
                    pointer,
                    "body_too_long",
                    "With its values the body has more than %d characters".formatted(MOST_BODY));
        }
        add(components, "body", parameters.toArray(ObjectNode[]::new));
    }

    private void offer(ArrayNode components, JsonNode given, String pointer) {
        try {
            var end = Instant.parse(given.asText("")).toEpochMilli();
            add(
                    components,
                    "limited_time_offer",
                    Json.set(
                            Json.object().put("type", "limited_time_offer"),
                            "limited_time_offer",
                            Json.object().put("expiration_time_ms", end)));
        } catch (DateTimeException | ArithmeticException malformed) {
            values.refuse(pointer, "variable_type", "Say when the offer ends, such as 2027-01-31T18:00:00Z");
        }
    }

    private void buttons(ArrayNode components, List<Layout.Button> buttons, JsonNode given, String pointer) {
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            values.refuse(pointer, "variable_type", "Values of buttons are an object by the button's place from 0");
            return;
        }
        values.only(
                pointer,
                given,
                IntStream.range(0, buttons.size())
                        .filter(index -> takesValue(buttons.get(index)))
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet()));
        for (var index = 0; index < buttons.size(); index++) {
            var button = buttons.get(index);
            var value = given.path(Integer.toString(index));
            if (takesValue(button) && (needsValue(button) || !(value.isMissingNode() || value.isNull()))) {
                var parameter = parameter(button, value, "%s/%d".formatted(pointer, index));
                if (parameter != null) {
                    components.add(button(index, button.type().toLowerCase(Locale.ROOT), parameter));
                }
            }
        }
    }

    private ObjectNode parameter(Layout.Button button, JsonNode value, String pointer) {
        return switch (button.type()) {
            case "URL" -> values.suffix(pointer, value);
            case "QUICK_REPLY" -> values.payload(pointer, value);
            case "COPY_CODE" -> values.coupon(pointer, value);
            case "VOICE_CALL" -> values.minutes(pointer, value);
            default -> values.action(pointer, value);
        };
    }

    private void cards(ArrayNode components, Layout layout, JsonNode given, String pointer) {
        var wanted = layout.cards().size();
        var fits = layout.showsProducts()
                ? given.size() >= FEWEST_PRODUCT_CARDS && given.size() <= MOST_PRODUCT_CARDS
                : given.size() == wanted;
        if (!given.isArray() || !fits) {
            values.refuse(pointer, "card_count", "The template has %d cards, not %d".formatted(wanted, given.size()));
            return;
        }
        var cards = JsonNodeFactory.instance.arrayNode();
        for (var index = 0; index < given.size(); index++) {
            var card = layout.cards().get(Math.min(index, wanted - 1));
            var filled = template(card, given.path(index), "%s/%d".formatted(pointer, index));
            cards.add(Json.set(Json.object().put("card_index", index), "components", filled));
        }
        components.add(Json.set(Json.object().put("type", "carousel"), "cards", cards));
    }

    private static boolean takesValue(Layout.Button button) {
        return switch (button.type()) {
            case "URL" -> !button.url().names().isEmpty();
            case "QUICK_REPLY", "COPY_CODE", "FLOW", "CATALOG", "MPM", "VOICE_CALL" -> true;
            default -> false;
        };
    }

    private static boolean needsValue(Layout.Button button) {
        return switch (button.type()) {
            case "URL", "COPY_CODE", "MPM" -> true;
            default -> false;
        };
    }

    private static ObjectNode name(ObjectNode parameter, VariableText text, String name) {
        return parameter != null && text.isNamed() ? parameter.put("parameter_name", name) : parameter;
    }

    private static void add(ArrayNode components, String type, ObjectNode... parameters) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var parameter : parameters) {
            if (parameter == null) {
                return;
            }
            all.add(parameter);
        }
        components.add(Json.set(Json.object().put("type", type), "parameters", all));
    }

    private static ObjectNode button(int index, String subType, ObjectNode parameter) {
        return Json.set(
                Json.object().put("type", "button").put("sub_type", subType).put("index", Integer.toString(index)),
                "parameters",
                JsonNodeFactory.instance.arrayNode().add(parameter));
    }
}
