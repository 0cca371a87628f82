package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.node.IntNode;
import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.TemplateLanguages;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands around the components: name, language, category, format of variables, time to live. */
final class HeadCheck {
    static final Set<String> TYPES =
            Set.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST");
    static final Set<String> HEADER_FORMATS =
            Set.of("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "GIF", "LOCATION", "PRODUCT");
    static final Set<String> FIELDS_OF_COMPONENTS = Set.of(
            "type",
            "format",
            "text",
            "example",
            "buttons",
            "cards",
            "limited_time_offer",
            "add_security_recommendation",
            "code_expiration_minutes");
    private static final Set<String> FIELDS = Set.of(
            "name",
            "language",
            "category",
            "parameter_format",
            "message_send_ttl_seconds",
            "components",
            "sub_category",
            "allow_category_change",
            "cta_url_link_tracking_opted_out",
            "is_primary_device_delivery_only",
            "library_template_name",
            "library_template_body_inputs",
            "library_template_button_inputs");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final int LONGEST_NAME = 512;
    private static final int DAY = 86_400;

    private HeadCheck() {}

    static void check(Part template) {
        template.checkFields(FIELDS, Set.of(), Rule.PARAMETER_UNKNOWN);
        checkName(template.at("name"));
        checkLanguage(template.at("language"));
        checkCategory(template.at("category"));
        checkFormat(template.at("parameter_format"));
        checkTimeToLive(template);
    }

    static TemplateCategory category(Part template) {
        return TemplateCategory.named(template.json().path("category").asText(""))
                .orElse(null);
    }

    static boolean isNamed(Part template) {
        return template.json().path("parameter_format").asText("").equalsIgnoreCase("NAMED");
    }

    private static void checkName(Part where) {
        var name = where.text();
        if (name.isEmpty()) {
            where.add(Rule.NAME_REQUIRED);
        } else if (!NAME.matcher(name).matches()) {
            var mended = nameOf(name);
            if (mended.isEmpty()) {
                where.add(Rule.NAME_FORMAT);
            } else {
                where.addWithText(Rule.NAME_FORMAT, mended);
            }
        }
    }

    /** {@code Order Update!} becomes {@code order_update}, accents go. */
    private static String nameOf(String text) {
        var start = text.substring(0, Math.min(text.length(), 2 * LONGEST_NAME));
        var plain = Normalizer.normalize(start, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static void checkLanguage(Part where) {
        var code = where.text();
        if (code.isEmpty()) {
            where.add(Rule.LANGUAGE_REQUIRED);
        } else if (!TemplateLanguages.knows(code)) {
            languageOf(code)
                    .ifPresentOrElse(
                            known -> where.addWithText(Rule.LANGUAGE_UNKNOWN, known),
                            () -> where.add(Rule.LANGUAGE_UNKNOWN));
        }
    }

    /** Only the way of writing is mended: {@code PT-br} is meant as {@code pt_BR}, {@code pt} may be either. */
    private static Optional<String> languageOf(String code) {
        if (code.length() > 20) {
            return Optional.empty();
        }
        var written = code.strip().replace('-', '_');
        return TemplateLanguages.codes().stream()
                .filter(known -> known.equalsIgnoreCase(written))
                .findFirst();
    }

    private static void checkCategory(Part where) {
        var category = where.text();
        if (category.isEmpty()) {
            where.add(Rule.CATEGORY_REQUIRED);
        } else if (TemplateCategory.named(category).isEmpty()) {
            var plain = category.strip();
            if (TemplateCategory.named(plain).isPresent()) {
                where.addWithText(Rule.CATEGORY_UNKNOWN, plain.toUpperCase(Locale.ROOT));
            } else {
                where.add(Rule.CATEGORY_UNKNOWN);
            }
        }
    }

    private static void checkFormat(Part where) {
        var format = where.text().toUpperCase(Locale.ROOT);
        if (!Set.of("", "POSITIONAL", "NAMED").contains(format)) {
            where.add(Rule.PARAMETER_FORMAT_UNKNOWN);
        }
    }

    private static void checkTimeToLive(Part template) {
        var category = category(template);
        var where = template.at("message_send_ttl_seconds");
        template.number("message_send_ttl_seconds")
                .filter(seconds -> category != null)
                .ifPresent(seconds -> {
                    var least = category == TemplateCategory.MARKETING ? DAY / 2 : 30;
                    var most =
                            switch (category) {
                                case AUTHENTICATION -> 900;
                                case UTILITY -> DAY / 2;
                                case MARKETING -> 30 * DAY;
                            };
                    var thirtyDays = seconds == -1 && category != TemplateCategory.MARKETING;
                    if (!thirtyDays && (seconds < least || seconds > most)) {
                        where.add(
                                Rule.TIME_TO_LIVE_RANGE,
                                new Fix(where.pointer(), IntNode.valueOf(Math.clamp(seconds, least, most))));
                    }
                });
    }
}
