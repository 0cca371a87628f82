package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.TemplateRefusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The one button of an authentication template, which hands the code to the customer or to an app. */
final class CodeButtonRules {
    private static final Set<String> TYPES = Set.of("COPY_CODE", "ONE_TAP", "ZERO_TAP");
    private static final Set<String> PROPERTIES = Set.of(
            "type",
            "otp_type",
            "text",
            "autofill_text",
            "supported_apps",
            "package_name",
            "signature_hash",
            "zero_tap_terms_accepted");
    private static final Set<String> PROPERTIES_OF_COPY = Set.of("type", "otp_type", "text");
    private static final int LONGEST_LABEL = 25;
    private static final int MOST_APPS = 5;
    private static final int LONGEST_PACKAGE = 224;
    private static final int LENGTH_OF_HASH = 11;
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+");

    private CodeButtonRules() {}

    static void check(JsonNode button) {
        var type = button.path("otp_type").asText("");
        if (!TYPES.contains(type)) {
            throw TemplateRefusal.missing("BUTTONS", "otp_type");
        }
        Shapes.refuseOthers("BUTTONS", button, type.equals("COPY_CODE") ? PROPERTIES_OF_COPY : PROPERTIES);
        for (var property : List.of("text", "autofill_text")) {
            Texts.limit("A button's text", button.path(property).asText(""), LONGEST_LABEL);
        }
        if (!type.equals("COPY_CODE")) {
            checkApps(apps(button));
        }
        if (type.equals("ZERO_TAP") && !button.path("zero_tap_terms_accepted").asBoolean()) {
            throw TemplateRefusal.missing("BUTTONS", "zero_tap_terms_accepted");
        }
    }

    /** Older callers name their one app beside the label. */
    private static JsonNode apps(JsonNode button) {
        if (button.has("package_name") || button.has("signature_hash")) {
            var app = Json.object();
            app.set("package_name", button.get("package_name"));
            app.set("signature_hash", button.get("signature_hash"));
            return Json.MAPPER.createArrayNode().add(app);
        }
        return button.path("supported_apps");
    }

    private static void checkApps(JsonNode apps) {
        if (!apps.isArray() || apps.isEmpty()) {
            throw TemplateRefusal.missing("BUTTONS", "supported_apps");
        }
        if (apps.size() > MOST_APPS) {
            throw TemplateRefusal.plain("Too many apps", "A button can have %d apps.".formatted(MOST_APPS));
        }
        apps.forEach(CodeButtonRules::checkApp);
    }

    private static void checkApp(JsonNode app) {
        var name = app.path("package_name").asText("");
        var hash = app.path("signature_hash").asText("");
        if (name.isEmpty() || hash.isEmpty()) {
            throw TemplateRefusal.missing("BUTTONS", name.isEmpty() ? "package_name" : "signature_hash");
        }
        Texts.limit("The name of a package", name, LONGEST_PACKAGE);
        if (!PACKAGE.matcher(name).matches()) {
            throw TemplateRefusal.plain("Package name isn't valid", "%s is no name of an Android app.".formatted(name));
        }
        if (decoded(hash).length() != LENGTH_OF_HASH) {
            throw TemplateRefusal.plain(
                    "Signature hash isn't valid", "A signature hash has %d characters.".formatted(LENGTH_OF_HASH));
        }
    }

    /** Hashes come as they are or as they stand in URLs. */
    private static String decoded(String hash) {
        try {
            return URLDecoder.decode(hash.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return hash;
        }
    }
}
