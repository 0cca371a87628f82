package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.template.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a button of each kind carries beside its label. */
final class ButtonContents {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 20;
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[1-9][0-9]{6,14}");
    private static final Pattern URL =
            Pattern.compile("(?i)https?://(?:[^\\s/?#@]*@)?([^\\s/?#@:{}]+)(?::\\d+)?([/?#]\\S*)?");
    private static final Pattern BARE_URL = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+([/?#]\\S*)?");
    private static final Pattern WHATSAPP = Pattern.compile("(?i)(.*\\.)?(wa\\.me|whatsapp\\.com)");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+");
    private static final Set<String> SHORTENERS =
            Set.of("bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rebrand.ly");
    private static final List<String> FLOW_SOURCES = List.of("flow_id", "flow_name", "flow_json");
    private static final JsonFactory JSON = new JsonFactory();

    private ButtonContents() {}

    static void check(ButtonKind kind, Part button) {
        switch (kind) {
            case URL -> checkUrl(button);
            case PHONE_NUMBER -> checkPhoneNumber(button.at("phone_number"));
            case COPY_CODE -> checkCode(button, LONGEST_CODE);
            case FLOW -> checkFlow(button);
            case APP -> {
                if (!button.json().path("app_deep_link").isObject()) {
                    button.at("app_deep_link").add(Rule.FIELD_TYPE);
                }
            }
            case QUICK_REPLY, VOICE_CALL, CATALOG, MPM, SPM, REQUEST_CONTACT_INFO, OTP -> {}
        }
    }

    private static void checkUrl(Part button) {
        var where = button.at("url");
        var url = where.text();
        if (url.isBlank()) {
            where.add(Rule.BUTTON_URL_REQUIRED);
            return;
        }
        if (url.length() > LONGEST_URL) {
            where.add(Rule.BUTTON_URL_TOO_LONG);
            return;
        }
        var variables = Placeholders.of(url);
        var fixed = variables.isOneAtTheEnd() ? url.substring(0, url.lastIndexOf("{{")) : url;
        if (fixed.contains("{{") || fixed.contains("}}") || !isKnown(variables)) {
            where.add(Rule.BUTTON_URL_VARIABLE);
            return;
        }
        checkAddress(where, url, fixed);
        checkExample(button, variables);
    }

    /** In an address a variable is {{1}} or a name, whatever the format says. */
    private static boolean isKnown(Placeholders variables) {
        return variables.distinct().stream().allMatch(name -> name.equals("1") || Placeholders.isName(name));
    }

    private static void checkAddress(Part where, String url, String fixed) {
        var parts = URL.matcher(fixed);
        if (!parts.matches()) {
            if (BARE_URL.matcher(fixed).matches()) {
                where.addWithText(Rule.BUTTON_URL_FORMAT, "https://" + url);
            } else {
                where.add(Rule.BUTTON_URL_FORMAT);
            }
            return;
        }
        var host = parts.group(1).toLowerCase(Locale.ROOT);
        if (WHATSAPP.matcher(host).matches()) {
            where.add(Rule.BUTTON_URL_WHATSAPP);
        } else if (SHORTENERS.contains(host)) {
            where.add(Rule.BUTTON_URL_SHORTENED);
        }
    }

    private static void checkExample(Part button, Placeholders variables) {
        var example = button.at("example");
        var value = example.json().isArray() ? example.at(0) : example;
        if (variables.isEmpty()) {
            if (button.has("example")) {
                example.add(Rule.EXAMPLE_NEEDLESS, Fix.remove(example.pointer()));
            }
        } else if (value.json().isMissingNode() || value.json().isNull()) {
            example.add(Rule.EXAMPLE_MISSING);
        } else if (example.json().size() > 1) {
            example.add(
                    Rule.EXAMPLE_UNEXPECTED,
                    new Fix(
                            example.pointer(),
                            JsonNodeFactory.instance.arrayNode().add(value.json())));
        } else if (value.text().isBlank()) {
            value.add(Rule.EXAMPLE_BLANK);
        } else if (Texts.length(value.text()) > LONGEST_URL) {
            value.add(Rule.EXAMPLE_TOO_LONG);
        }
    }

    private static void checkPhoneNumber(Part where) {
        var number = where.text();
        if (number.isBlank()) {
            where.add(Rule.BUTTON_PHONE_NUMBER_REQUIRED);
        } else if (number.length() > 40 || !PHONE_NUMBER.matcher(number).matches()) {
            var digits = number.strip().replaceFirst("^00", "+").replaceAll("[ ().\\u2011-]", "");
            if (PHONE_NUMBER.matcher(digits).matches()) {
                where.addWithText(Rule.BUTTON_PHONE_NUMBER_FORMAT, digits);
            } else {
                where.add(Rule.BUTTON_PHONE_NUMBER_FORMAT);
            }
        }
    }

    /** The code stands bare, or in a list of one. */
    static void checkCode(Part button, int longest) {
        var example = button.at("example");
        var where = example.json().isArray() ? example.at(0) : example;
        var code = where.text();
        if (code.isBlank()) {
            example.add(Rule.CODE_REQUIRED);
        } else if (Texts.length(code) > longest) {
            where.add(Rule.CODE_TOO_LONG);
        } else if (!CODE.matcher(code).matches()) {
            var plain = code.replaceAll("[\\s_-]", "");
            if (CODE.matcher(plain).matches()) {
                where.addWithText(Rule.CODE_CHARACTERS, plain);
            } else {
                where.add(Rule.CODE_CHARACTERS);
            }
        }
    }

    private static void checkFlow(Part button) {
        if (FLOW_SOURCES.stream().filter(button::has).count() != 1) {
            button.add(Rule.FLOW_SOURCE);
        }
        if (button.has("flow_json") && !isObject(button.text("flow_json"))) {
            button.at("flow_json").add(Rule.FLOW_JSON);
        }
        switch (button.word("flow_action")) {
            case "", "NAVIGATE" -> {}
            case "DATA_EXCHANGE" -> {
                if (button.has("navigate_screen")) {
                    var screen = button.at("navigate_screen");
                    screen.add(Rule.FIELD_UNEXPECTED, Fix.remove(screen.pointer()));
                }
            }
            default -> button.at("flow_action").add(Rule.FLOW_ACTION);
        }
    }

    private static boolean isObject(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }
}
