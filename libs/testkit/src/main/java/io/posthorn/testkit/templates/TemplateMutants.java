package io.posthorn.testkit.templates;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Breaks each rule in each place of a template where it can be broken. */
public final class TemplateMutants {
    private static final String NOTHING = null;
    private final String of;
    private final ObjectNode good;
    private final List<TemplateMutant> mutants = new ArrayList<>();

    private TemplateMutants(String of, ObjectNode good) {
        this.of = of;
        this.good = good;
    }

    public static List<TemplateMutant> of(Map<String, ObjectNode> samples) {
        return samples.entrySet().stream()
                .flatMap(sample -> of(sample.getKey(), sample.getValue()).stream())
                .toList();
    }

    public static List<TemplateMutant> of(String name, ObjectNode good) {
        var mutants = new TemplateMutants(name, good);
        mutants.head();
        mutants.components("/components", false);
        return mutants.mutants;
    }

    private void head() {
        for (var name : List.of("Order Ready", "order-ready", "order.ready", "größe", "<x513>")) {
            set("/name", "'" + name + "'", "name_format");
        }
        set("/name", NOTHING, "name_required");
        for (var language : List.of("pt", "zh", "no", "xx_YY", "en_us", "en-US", "english")) {
            set("/language", "'" + language + "'", "language_unknown");
        }
        set("/language", NOTHING, "language_required");
        set("/category", "'SPAM'", "category_unknown");
        set("/category", NOTHING, "category_required");
        set("/parameter_format", "'NUMBERED'", "parameter_format_unknown");
        set("/message_send_ttl_seconds", "5", "time_to_live_range");
        set("/message_send_ttl_seconds", "9999999", "time_to_live_range");
        set("/components", NOTHING, "components_required");
        set("/components", "[]", "components_required");
    }

    private void components(String list, boolean onCard) {
        var components = good.at(list);
        for (var index = 0; index < components.size(); index++) {
            var place = list + "/" + index;
            var component = components.get(index);
            add("component_duplicate", list + "/" + components.size(), mutant -> ((ArrayNode) mutant.at(list))
                    .add(component.deepCopy()));
            set(place + "/colour", "'red'", "field_unknown");
            set(place + "/type", "'HEADING'", "component_type_unknown");
            switch (component.path("type").asText()) {
                case "HEADER" -> header(place, component);
                case "BODY" -> body(place, component, onCard);
                case "FOOTER" -> footer(place, component);
                case "BUTTONS" -> buttons(place + "/buttons", component.path("buttons"), onCard);
                case "CAROUSEL" -> carousel(place + "/cards", component.path("cards"));
                case "LIMITED_TIME_OFFER" -> offer(place + "/limited_time_offer");
                default -> {}
            }
        }
    }

    private void header(String place, JsonNode header) {
        set(place + "/format", NOTHING, "header_format_required");
        set(place + "/format", "'SOUND'", "header_format_unknown");
        if (header.path("format").asText().equals("TEXT")) {
            var text = place + "/text";
            set(text, NOTHING, "header_required");
            set(text, "' '", "header_required");
            set(text, "'<x61>'", "header_too_long");
            for (var signs : List.of(
                    "*Sale* {{1}} now",
                    "_Sale_ {{1}} now",
                    "~Sale~ {{1}} now",
                    "`Sale` {{1}} now",
                    "Sale 🎉 {{1}} now",
                    "Two\\nlines {{1}} now")) {
                set(text, "'" + signs + "'", "header_characters");
            }
            set(text, "'From {{1}} to {{2}} now'", "header_variables");
            var named = good.path("parameter_format").asText().equals("NAMED");
            set(text, "'Order {{2}} now'", named ? "variable_mixed" : "variable_gap");
            set(text, "'Order {{1 now'", "variable_unbalanced");
            set(text, "'Order {{a-b}} now'", "variable_format");
            if (header.has("example")) {
                set(place + "/example", NOTHING, "example_missing");
            }
        } else if (header.has("example")) {
            set(place + "/example", NOTHING, "example_missing");
            set(place + "/example/header_handle", "[]", "header_handle");
            set(place + "/example/header_handle", "['']", "header_handle");
            set(place + "/example/header_handle", "['handle:image','handle:image']", "header_handle");
            set(place + "/text", "'Look'", "field_unexpected");
        } else {
            set(place + "/text", "'Look'", "field_unexpected");
        }
    }

    private void body(String place, JsonNode body, boolean onCard) {
        var text = place + "/text";
        if (!body.has("text")) {
            set(text, "'Your code is here for you.'", "authentication_text");
            return;
        }
        set(text, NOTHING, "body_required");
        set(text, "' '", "body_required");
        set(text, onCard ? "'<x161>'" : "'<x1025>'", "body_too_long");
        set(text, "'A tab\\there in the text'", "body_characters");
        set(text, "'Five     blanks in the text'", "body_spaces");
        set(text, "'Three\\n\\n\\nbreaks in the text'", "body_line_breaks");
        if (onCard) {
            set(text, "'a\\nb\\nc\\nd'", "body_line_breaks");
        }
        set(text, "'{{1}} is what we wanted to tell you'", "variable_at_start");
        set(text, "'What we wanted to tell you is {{1}}'", "variable_at_end");
        set(text, "'What we wanted to tell you is {{1}} '", "variable_at_end");
        set(text, "'Hello to you {{1}}{{2}}, and welcome to our shop today.'", "variables_adjacent");
        set(text, "'Hello to you {{1}} {{2}}, and welcome to our shop today.'", "variables_adjacent");
        var gap = good.path("parameter_format").asText().equals("NAMED") ? "variable_mixed" : "variable_gap";
        set(text, "'Hello to you {{2}}, and welcome.'", gap);
        set(text, "'Hello to you {{1}}, welcome to our shop, and {{3}} bye.'", gap);
        set(text, "'Hello to you {{0}}, and welcome.'", "variable_format");
        set(text, "'Hello to you {{ 1 }}, and welcome.'", "variable_format");
        set(text, "'Hello to you {{#1}}, and welcome.'", "variable_format");
        set(text, "'Hello to you {{1, and welcome.'", "variable_unbalanced");
        set(text, "'Hello to you 1}}, and welcome.'", "variable_unbalanced");
        set(text, "'Hi {{1}}!'", "variable_ratio");
        set(place + "/add_security_recommendation", "true", "field_unexpected");
        if (body.has("example")) {
            set(place + "/example", NOTHING, "example_missing");
            var named = body.path("example").has("body_text_named_params");
            set(
                    place + "/example/" + (named ? "body_text_named_params" : "body_text/0"),
                    "[]",
                    place + "/example",
                    "example_missing");
            set(
                    named ? place + "/example/body_text_named_params/0/example" : place + "/example/body_text/0/0",
                    "' '",
                    "example_blank");
        }
    }

    private void footer(String place, JsonNode footer) {
        if (footer.has("code_expiration_minutes")) {
            for (var minutes : List.of("0", "91", "-5")) {
                set(place + "/code_expiration_minutes", minutes, "code_life_range");
            }
            set(place + "/code_expiration_minutes", NOTHING, "code_life_range");
            set(place + "/text", "'Soon over'", "authentication_text");
            return;
        }
        set(place + "/text", NOTHING, "footer_required");
        set(place + "/text", "'<x61>'", "footer_too_long");
        set(place + "/text", "'For {{1}} only'", "footer_variable");
        set(place + "/text", "'Two\\nlines'", "footer_characters");
        set(place + "/code_expiration_minutes", "10", "field_unexpected");
    }

    private void buttons(String place, JsonNode buttons, boolean onCard) {
        set(
                place,
                "[]",
                buttons.path(0).path("type").asText().equals("OTP") ? "code_button_required" : "buttons_required");
        for (var index = 0; index < buttons.size(); index++) {
            button(place + "/" + index, buttons.get(index));
        }
        if (buttons.path(0).path("type").asText().equals("OTP")) {
            return;
        }
        set(
                place,
                "["
                        + String.join(
                                ",",
                                IntStream.range(0, 11)
                                        .mapToObj("{'type':'QUICK_REPLY','text':'Reply %d'}"::formatted)
                                        .toList())
                        + "]",
                "buttons_too_many");
        if (!onCard && of.equals("replies") || of.equals("utility")) {
            set(
                    place,
                    "[{'type':'QUICK_REPLY','text':'A'},{'type':'URL','text':'B','url':'https://a.example/'},{'type':'QUICK_REPLY','text':'C'}]",
                    "quick_replies_scattered");
            set(
                    place,
                    "[{'type':'PHONE_NUMBER','text':'B','phone_number':'+15550001000'},{'type':'QUICK_REPLY','text':'A'},{'type':'URL','text':'C','url':'https://a.example/'}]",
                    "quick_replies_scattered");
            set(
                    place,
                    "[{'type':'URL','text':'A','url':'https://a.example/'},{'type':'URL','text':'B','url':'https://a.example/b'},{'type':'URL','text':'C','url':'https://a.example/c'}]",
                    "buttons_of_type_too_many");
            set(
                    place,
                    "[{'type':'PHONE_NUMBER','text':'A','phone_number':'+15550001000'},{'type':'PHONE_NUMBER','text':'B','phone_number':'+15550001000'}]",
                    "buttons_of_type_too_many");
            set(place, "[{'type':'CATALOG'}]", place + "/0/type", "category_not_allowed");
        }
    }

    private void button(String place, JsonNode button) {
        var type = button.path("type").asText();
        set(
                place + "/type",
                "'SMOKE_SIGNAL'",
                type.equals("OTP") ? place.substring(0, place.lastIndexOf('/')) : place + "/type",
                type.equals("OTP") ? "code_button_required" : "button_type_unknown");
        set(place + "/colour", "'red'", "field_unknown");
        set(
                place + "/text",
                "'<x26>'",
                List.of("CATALOG", "MPM", "SPM", "REQUEST_CONTACT_INFO").contains(type)
                        ? "button_text_fixed"
                        : "button_text_too_long");
        switch (type) {
            case "QUICK_REPLY", "URL", "PHONE_NUMBER", "FLOW", "VOICE_CALL" -> label(place + "/text");
            case "CATALOG", "MPM", "SPM", "REQUEST_CONTACT_INFO" ->
                set(place + "/text", "'Look here'", "button_text_fixed");
            default -> {}
        }
        switch (type) {
            case "QUICK_REPLY" -> set(place + "/url", "'https://a.example/'", "field_unexpected");
            case "URL" -> url(place, button);
            case "PHONE_NUMBER" -> {
                set(place + "/phone_number", NOTHING, "button_phone_number_required");
                set(place + "/phone_number", "'call me'", "button_phone_number_format");
                set(place + "/phone_number", "'<x21>'", "button_phone_number_format");
            }
            case "COPY_CODE" -> {
                set(place + "/example", NOTHING, "code_required");
                set(place + "/example", "'<x21>'", "code_too_long");
                set(place + "/example", "'SAVE 10%'", "code_characters");
            }
            case "FLOW" -> {
                set(place + (button.has("flow_name") ? "/flow_id" : "/flow_name"), "'signup'", place, "flow_source");
                set(place + "/flow_action", "'jump'", "flow_action");
                set(
                        place + "/flow_json",
                        "'not json'",
                        button.has("flow_json") ? place + "/flow_json" : place,
                        button.has("flow_json") ? "flow_json" : "flow_source");
            }
            case "OTP" -> code(place, button);
            default -> {}
        }
    }

    private void label(String text) {
        set(text, NOTHING, "button_text_required");
        set(text, "'Yes {{1}}'", "button_text_variable");
        set(text, "'Yes 👍'", "button_text_characters");
        set(text, "'*Yes*'", "button_text_characters");
        set(text, "'Yes\\nNo'", "button_text_characters");
    }

    private void url(String place, JsonNode button) {
        set(place + "/url", NOTHING, "button_url_required");
        set(place + "/url", "'not an address'", "button_url_format");
        set(place + "/url", "'ftp://a.example/'", "button_url_format");
        set(place + "/url", "'https://wa.me/15550001000'", "button_url_whatsapp");
        set(place + "/url", "'https://api.whatsapp.com/send'", "button_url_whatsapp");
        set(place + "/url", "'https://a.example/<x2000>'", "button_url_too_long");
        set(place + "/url", "'https://a.example/{{1}}/x'", "button_url_variable");
        set(place + "/url", "'https://{{1}}.a.example/'", "button_url_variable");
        set(place + "/url", "'https://a.example/{{1}}{{2}}'", "button_url_variable");
        if (button.has("example")) {
            set(place + "/example", NOTHING, "example_missing");
        }
    }

    private void code(String place, JsonNode button) {
        set(place + "/otp_type", "'FAX'", "otp_type_unknown");
        set(place + "/otp_type", NOTHING, "otp_type_unknown");
        set(place + "/url", "'https://a.example/'", "field_unexpected");
        if (!button.has("supported_apps")) {
            return;
        }
        var app = place + "/supported_apps/0";
        set(place + "/supported_apps", NOTHING, "apps_required");
        set(place + "/supported_apps", "[]", "apps_required");
        set(place + "/supported_apps", "[{},{},{},{},{},{}]", "apps_too_many");
        set(app + "/package_name", NOTHING, "package_name_format");
        set(app + "/package_name", "'shop'", "package_name_format");
        set(app + "/package_name", "'com.<x225>'", "package_name_format");
        set(app + "/signature_hash", NOTHING, "signature_hash_length");
        set(app + "/signature_hash", "'short'", "signature_hash_length");
        if (button.has("zero_tap_terms_accepted")) {
            set(place + "/zero_tap_terms_accepted", NOTHING, "zero_tap_terms");
            set(place + "/zero_tap_terms_accepted", "false", "zero_tap_terms");
        }
    }

    private void offer(String place) {
        set(place + "/text", NOTHING, "offer_text_required");
        set(place + "/text", "'<x17>'", "offer_text_too_long");
        set(place + "/colour", "'red'", "field_unknown");
        set("/category", "'UTILITY'", place.substring(0, place.lastIndexOf('/')), "category_not_allowed");
    }

    private void carousel(String place, JsonNode cards) {
        set("/category", "'UTILITY'", place.substring(0, place.lastIndexOf('/')), "category_not_allowed");
        set(place, "[]", "cards_count");
        add("cards_count", place, mutant -> ((ArrayNode) mutant.at(place)).remove(1));
        add("cards_count", place, mutant -> {
            var list = (ArrayNode) mutant.at(place);
            while (list.size() < 11) {
                list.add(cards.get(0).deepCopy());
            }
        });
        for (var index = 0; index < cards.size(); index++) {
            var card = place + "/" + index;
            set(card + "/colour", "'red'", "field_unknown");
            components(card + "/components", true);
            set(card + "/components/0", NOTHING, card, "card_header_required");
            add("card_buttons_required", card, mutant -> {
                var list = (ArrayNode) mutant.at(card + "/components");
                list.remove(list.size() - 1);
            });
        }
        add("cards_differ", place + "/1", mutant -> {
            var buttons = (ArrayNode) mutant.at(place + "/1/components")
                    .path(cards.get(1).path("components").size() - 1)
                    .path("buttons");
            buttons.remove(buttons.size() - 1);
            buttons.add(TemplateSamples.json("{'type':'URL','text':'Other','url':'https://a.example/'}"));
            buttons.add(TemplateSamples.json("{'type':'URL','text':'Another','url':'https://a.example/'}"));
        });
    }

    private void set(String pointer, String value, String rule) {
        set(pointer, value, pointer, rule);
    }

    /** @param value null takes it away */
    private void set(String pointer, String value, String reported, String rule) {
        add(rule, reported, mutant -> {
            var place = JsonPointer.compile(pointer);
            var parent = mutant.at(place.head());
            if (parent instanceof ArrayNode array) {
                var index = place.last().getMatchingIndex();
                if (value == null) {
                    array.remove(index);
                } else {
                    array.set(index, TemplateSamples.json(value));
                }
            } else if (value == null) {
                ((ObjectNode) parent).remove(place.last().getMatchingProperty());
            } else {
                ((ObjectNode) parent).set(place.last().getMatchingProperty(), TemplateSamples.json(value));
            }
        });
    }

    private void add(String rule, String pointer, Consumer<ObjectNode> change) {
        var mutant = good.deepCopy();
        change.accept(mutant);
        mutants.add(new TemplateMutant(of, rule, pointer, mutant));
    }
}
