package io.posthorn.cloudapi.template;

import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.regex.Pattern;

/** Meta's rules for a template, each checked; the answer lists everything that is wrong, in the order of the fields. */
public final class TemplateRules {
    public static final int MAX_HEADER = 60;
    public static final int MAX_BODY = 1024;
    public static final int MAX_FOOTER = 60;
    public static final int MAX_BUTTONS = 10;
    public static final int MAX_BUTTON_TEXT = 25;
    public static final int MAX_URL = 2000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");

    private TemplateRules() {}

    /** Empty when Meta's form is met. */
    public static List<Violation> check(TemplateDefinition definition) {
        var found = new Violations();
        checkName(found, definition.name());
        checkLanguage(found, definition.language());
        checkCategory(found, definition.category());
        HeaderRules.check(found, definition.header());
        BodyRules.check(found, definition.body());
        checkFooter(found, definition.footer());
        ButtonRules.check(found, definition.buttons());
        return found.list();
    }

    private static void checkName(Violations found, String name) {
        if (name == null || name.isEmpty()) {
            found.add("/name", "name_required", "Give the template a name");
        } else if (!NAME.matcher(name).matches()) {
            found.add("/name", "name_format", "A name has 1 to 512 of: a to z, 0 to 9 and the underscore");
        }
    }

    private static void checkLanguage(Violations found, String language) {
        if (language == null || language.isEmpty()) {
            found.add("/language", "language_required", "Say the language, such as en_US");
        } else if (!TemplateLanguages.knows(language)) {
            found.add("/language", "language_unknown", "Take a language that Meta knows, such as en_US, es or pt_BR");
        }
    }

    private static void checkCategory(Violations found, String category) {
        if (category == null || category.isEmpty()) {
            found.add("/category", "category_required", "Say what the template is for");
            return;
        }
        var named = TemplateCategory.named(category);
        if (named.isEmpty()) {
            found.add("/category", "category_unknown", "The category is UTILITY or MARKETING");
        } else if (named.get() == TemplateCategory.AUTHENTICATION) {
            found.add(
                    "/category",
                    "category_fixed_text",
                    "Meta writes the text of authentication templates itself; take UTILITY or MARKETING");
        }
    }

    private static void checkFooter(Violations found, TemplateFooter footer) {
        if (footer == null) {
            return;
        }
        var text = footer.text();
        if (Texts.isMissing(text)) {
            found.add("/footer/text", "footer_required", "Write a footer, or leave it out");
            return;
        }
        if (Texts.length(text) > MAX_FOOTER) {
            found.add("/footer/text", "footer_too_long", "A footer has at most %d characters", MAX_FOOTER);
        }
        if (text.contains("{{") || text.contains("}}")) {
            found.add("/footer/text", "footer_variable", "A footer has no variables");
        }
        if (Texts.hasLineBreak(text) || Texts.isUnprintable(text)) {
            found.add("/footer/text", "footer_characters", "A footer is one line, without control characters");
        }
    }
}
