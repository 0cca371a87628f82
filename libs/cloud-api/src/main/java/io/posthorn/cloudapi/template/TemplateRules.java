package io.posthorn.cloudapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Meta's rules for a template, each checked; the answer lists everything that is wrong, in the order of the fields. */
public final class TemplateRules {
    public static final int MAX_BODY = 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");

    private TemplateRules() {}

    /** Empty when Meta's form is met. */
    public static List<TemplateViolation> check(TemplateDefinition definition) {
        var found = new ArrayList<TemplateViolation>();
        checkName(found, definition.name());
        checkLanguage(found, definition.language());
        checkCategory(found, definition.category());
        checkBody(found, definition.body());
        return List.copyOf(found);
    }

    private static void checkName(List<TemplateViolation> found, String name) {
        if (name == null || name.isEmpty()) {
            found.add(new TemplateViolation("/name", "name_required", "Give the template a name"));
        } else if (!NAME.matcher(name).matches()) {
            found.add(new TemplateViolation(
                    "/name", "name_format", "A name has 1 to 512 of: a to z, 0 to 9 and the underscore"));
        }
    }

    private static void checkLanguage(List<TemplateViolation> found, String language) {
        if (language == null || language.isEmpty()) {
            found.add(new TemplateViolation("/language", "language_required", "Say the language, such as en_US"));
        } else if (!TemplateLanguages.knows(language)) {
            found.add(new TemplateViolation(
                    "/language", "language_unknown", "Take a language that Meta knows, such as en_US, es or pt_BR"));
        }
    }

    private static void checkCategory(List<TemplateViolation> found, String category) {
        if (category == null || category.isEmpty()) {
            found.add(new TemplateViolation("/category", "category_required", "Say what the template is for"));
        } else if (TemplateCategory.named(category).isEmpty()) {
            found.add(new TemplateViolation(
                    "/category", "category_unknown", "The category is UTILITY, MARKETING or AUTHENTICATION"));
        }
    }

    private static void checkBody(List<TemplateViolation> found, String body) {
        if (body == null || body.isBlank()) {
            found.add(new TemplateViolation("/body", "body_required", "Write a body"));
            return;
        }
        var length = body.codePointCount(0, body.length());
        if (length > MAX_BODY) {
            found.add(new TemplateViolation(
                    "/body", "body_too_long", "A body has at most %d characters, not %d".formatted(MAX_BODY, length)));
            return;
        }
        if (body.codePoints().anyMatch(TemplateRules::isNoText)) {
            found.add(new TemplateViolation(
                    "/body", "body_characters", "Remove tabs, control characters and broken text"));
        }
        found.addAll(TemplateVariables.check("/body", body));
    }

    /** Halves of surrogate pairs cannot be stored or sent; control characters mean nothing to a phone. */
    private static boolean isNoText(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r')
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
