package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.node.IntNode;
import io.posthorn.cloudapi.template.Texts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Authentication templates: Meta writes the words, the business chooses among options. */
final class AuthenticationCheck {
    private static final int LONGEST_LIFE = 90;
    private static final int MOST_APPS = 5;
    private static final int LONGEST_PACKAGE = 224;
    private static final int LENGTH_OF_HASH = 11;
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+");
    private static final Set<String> COMPONENTS = Set.of("BODY", "FOOTER", "BUTTONS");
    private static final Set<String> OF_BODY = Set.of("type", "add_security_recommendation");
    private static final Set<String> OF_FOOTER = Set.of("type", "code_expiration_minutes");
    private static final Set<String> OF_BUTTONS = Set.of("type", "buttons");
    private static final Set<String> OF_COPY = Set.of("type", "otp_type", "text");
    private static final Set<String> OF_APP = Set.of("package_name", "signature_hash");
    private static final Set<String> TEXTS = Set.of("text", "example");

    private AuthenticationCheck() {}

    static void check(Part components, Written written) {
        written.components().forEach((type, component) -> {
            if (HeadCheck.TYPES.contains(type) && !COMPONENTS.contains(type)) {
                component.add(Rule.COMPONENT_NOT_ALLOWED, Fix.remove(component.pointer()));
            }
        });
        written.component("BODY")
                .ifPresentOrElse(AuthenticationCheck::checkBody, () -> components.add(Rule.BODY_REQUIRED));
        written.component("FOOTER").ifPresent(AuthenticationCheck::checkFooter);
        checkButtons(components, written);
    }

    private static void checkBody(Part body) {
        refuseTexts(body);
        body.checkFields(withTexts(OF_BODY), HeadCheck.FIELDS_OF_COMPONENTS);
        if (body.has("add_security_recommendation")
                && !body.json().path("add_security_recommendation").isBoolean()) {
            body.at("add_security_recommendation").add(Rule.FIELD_TYPE);
        }
    }

    private static void checkFooter(Part footer) {
        refuseTexts(footer);
        footer.checkFields(withTexts(OF_FOOTER), HeadCheck.FIELDS_OF_COMPONENTS);
        var where = footer.at("code_expiration_minutes");
        var minutes = footer.number("code_expiration_minutes");
        if (minutes.isEmpty()) {
            where.add(Rule.CODE_LIFE_RANGE, Fix.remove(footer.pointer()));
        } else if (minutes.get() < 1 || minutes.get() > LONGEST_LIFE) {
            where.add(
                    Rule.CODE_LIFE_RANGE,
                    new Fix(where.pointer(), IntNode.valueOf(Math.clamp(minutes.get(), 1, LONGEST_LIFE))));
        }
    }

    /** Said once, and in its own words. */
    private static void refuseTexts(Part component) {
        for (var field : TEXTS) {
            if (component.has(field)) {
                var where = component.at(field);
                where.add(Rule.AUTHENTICATION_TEXT, Fix.remove(where.pointer()));
            }
        }
    }

    private static Set<String> withTexts(Set<String> fields) {
        var all = new HashSet<>(fields);
        all.addAll(TEXTS);
        return all;
    }

    private static void checkButtons(Part components, Written written) {
        var component = written.component("BUTTONS").orElse(null);
        if (component == null) {
            components.add(Rule.CODE_BUTTON_REQUIRED);
            return;
        }
        component.checkFields(OF_BUTTONS, HeadCheck.FIELDS_OF_COMPONENTS);
        var buttons = written.buttons();
        if (buttons.size() != 1 || !buttons.getFirst().word("type").equals("OTP")) {
            component.at("buttons").add(Rule.CODE_BUTTON_REQUIRED);
            return;
        }
        checkButton(buttons.getFirst());
    }

    private static void checkButton(Part button) {
        var type = button.word("otp_type");
        for (var label : new String[] {"text", "autofill_text"}) {
            var text = button.text(label);
            if (!text.isBlank()) {
                ButtonsCheck.checkText(button.at(label), text);
            }
        }
        switch (type) {
            case "COPY_CODE" -> button.checkFields(OF_COPY, ButtonKind.FIELDS);
            case "ONE_TAP", "ZERO_TAP" -> {
                button.checkFields(ButtonKind.OTP.fields(), ButtonKind.FIELDS);
                checkApps(button);
                if (type.equals("ZERO_TAP")
                        && !button.json().path("zero_tap_terms_accepted").asBoolean()) {
                    button.at("zero_tap_terms_accepted").add(Rule.ZERO_TAP_TERMS);
                }
            }
            default -> button.at("otp_type").add(Rule.OTP_TYPE_UNKNOWN);
        }
    }

    /** Older callers name their one app beside the label. */
    private static void checkApps(Part button) {
        if (button.has("package_name") || button.has("signature_hash")) {
            checkApp(button);
            return;
        }
        var apps = button.at("supported_apps");
        if (!apps.json().isArray() || apps.json().isEmpty()) {
            apps.add(Rule.APPS_REQUIRED);
        } else if (apps.json().size() > MOST_APPS) {
            apps.add(Rule.APPS_TOO_MANY);
        } else {
            apps.items().forEach(app -> {
                app.checkFields(OF_APP, Set.of());
                checkApp(app);
            });
        }
    }

    private static void checkApp(Part app) {
        var name = app.text("package_name");
        if (Texts.length(name) > LONGEST_PACKAGE || !PACKAGE.matcher(name).matches()) {
            app.at("package_name").add(Rule.PACKAGE_NAME_FORMAT);
        }
        if (decoded(app.text("signature_hash")).length() != LENGTH_OF_HASH) {
            app.at("signature_hash").add(Rule.SIGNATURE_HASH_LENGTH);
        }
    }

    /** Hashes come as they are, or as they stand in addresses. */
    private static String decoded(String hash) {
        try {
            return URLDecoder.decode(hash.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return hash;
        }
    }
}
