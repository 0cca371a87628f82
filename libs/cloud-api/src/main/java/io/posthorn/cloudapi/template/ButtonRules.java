package io.posthorn.cloudapi.template;

import io.posthorn.cloudapi.rule.Violations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Meta's rules for the buttons below a template. */
final class ButtonRules {
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[1-9][0-9]{6,14}");
    private static final Pattern WHATSAPP = Pattern.compile("(.*\\.)?(wa\\.me|whatsapp\\.com)");
    private static final String VARIABLE = "{{1}}";

    private ButtonRules() {}

    static void check(Violations found, List<TemplateButton> buttons) {
        if (buttons.size() > TemplateRules.MAX_BUTTONS) {
            found.add("/buttons", "buttons_too_many", "A template has at most %d buttons", TemplateRules.MAX_BUTTONS);
            return;
        }
        var labels = new HashSet<String>();
        for (var index = 0; index < buttons.size(); index++) {
            var pointer = "/buttons/" + index;
            var button = buttons.get(index);
            if (button == null) {
                found.add(pointer, "button_required", "A button is an object");
                continue;
            }
            checkLabel(found, pointer + "/text", button.text());
            if (button.text() != null && !labels.add(button.text().strip())) {
                found.add(pointer + "/text", "button_text_duplicate", "Two buttons have this label");
            }
            checkKind(found, pointer, button);
        }
        checkCounts(found, buttons);
        checkGrouping(found, buttons);
    }

    private static void checkLabel(Violations found, String pointer, String text) {
        if (Texts.isMissing(text)) {
            found.add(pointer, "button_text_required", "Give the button a label");
            return;
        }
        if (Texts.length(text) > TemplateRules.MAX_BUTTON_TEXT) {
            found.add(
                    pointer,
                    "button_text_too_long",
                    "A label has at most %d characters",
                    TemplateRules.MAX_BUTTON_TEXT);
        }
        if (text.contains("{{") || text.contains("}}")) {
            found.add(pointer, "button_text_variable", "A label has no variables");
        }
        if (Texts.hasLineBreak(text)
                || Texts.isUnprintable(text)
                || Texts.hasFormatting(text)
                || Texts.hasEmoji(text)) {
            found.add(pointer, "button_text_characters", "A label has no line breaks, emoji or formatting characters");
        }
    }

    private static void checkKind(Violations found, String pointer, TemplateButton button) {
        var kind = ButtonKind.named(button.type());
        if (kind.isEmpty()) {
            found.add(pointer + "/type", "button_type_unknown", "A button is QUICK_REPLY, URL or PHONE_NUMBER");
            return;
        }
        if (kind.get() != ButtonKind.URL) {
            refuse(found, pointer + "/url", button.url());
            refuse(found, pointer + "/example", button.example());
        }
        if (kind.get() != ButtonKind.PHONE_NUMBER) {
            refuse(found, pointer + "/phoneNumber", button.phoneNumber());
        }
        switch (kind.get()) {
            case QUICK_REPLY -> {}
            case URL -> checkUrl(found, pointer, button);
            case PHONE_NUMBER -> checkPhoneNumber(found, pointer + "/phoneNumber", button.phoneNumber());
        }
    }

    private static void refuse(Violations found, String pointer, String unexpected) {
        if (unexpected != null) {
            found.add(pointer, "field_unexpected", "A button of this type does not have it");
        }
    }

    private static void checkUrl(Violations found, String pointer, TemplateButton button) {
        var url = button.url();
        if (Texts.isMissing(url)) {
            found.add(pointer + "/url", "button_url_required", "Say where the button leads");
            return;
        }
        if (url.length() > TemplateRules.MAX_URL) {
            found.add(
                    pointer + "/url",
                    "button_url_too_long",
                    "An address has at most %d characters",
                    TemplateRules.MAX_URL);
            return;
        }
        var variable = url.endsWith(VARIABLE);
        var fixed = variable ? url.substring(0, url.length() - VARIABLE.length()) : url;
        if (fixed.contains("{{") || fixed.contains("}}")) {
            found.add(pointer + "/url", "button_url_variable", "An address has one variable {{1}} at most, at its end");
            return;
        }
        var host = host(fixed);
        if (host.isEmpty()) {
            found.add(
                    pointer + "/url",
                    "button_url_format",
                    "Write a whole address, such as https://shop.example/t/{{1}}");
        } else if (WHATSAPP.matcher(host.get()).matches()) {
            found.add(pointer + "/url", "button_url_whatsapp", "Meta refuses buttons that lead to WhatsApp");
        }
        Examples.checkCount(found, pointer + "/example", variable ? 1 : 0, button.example() == null ? 0 : 1);
        if (button.example() != null) {
            Examples.check(found, pointer + "/example", button.example(), TemplateRules.MAX_URL);
        }
    }

    private static Optional<String> host(String url) {
        try {
            var parsed = new URI(url);
            var scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
            var web = scheme.equals("https") || scheme.equals("http");
            return Optional.ofNullable(web ? parsed.getHost() : null).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static void checkPhoneNumber(Violations found, String pointer, String phoneNumber) {
        if (Texts.isMissing(phoneNumber)) {
            found.add(pointer, "button_phone_number_required", "Say which number the button calls");
        } else if (!PHONE_NUMBER.matcher(phoneNumber).matches()) {
            found.add(pointer, "button_phone_number_format", "Write the number with its country code: +15550001000");
        }
    }

    private static void checkCounts(Violations found, List<TemplateButton> buttons) {
        for (var kind : ButtonKind.values()) {
            var count = buttons.stream().filter(button -> kind.isOf(button)).count();
            if (count > kind.most()) {
                found.add(
                        "/buttons",
                        "buttons_of_type_too_many",
                        "There are at most %d buttons of type %s",
                        kind.most(),
                        kind);
            }
        }
    }

    /** Quick replies stand together, before the others or after them. */
    private static void checkGrouping(Violations found, List<TemplateButton> buttons) {
        var changes = 0;
        for (var index = 1; index < buttons.size(); index++) {
            var before = ButtonKind.QUICK_REPLY.isOf(buttons.get(index - 1));
            changes += before != ButtonKind.QUICK_REPLY.isOf(buttons.get(index)) ? 1 : 0;
        }
        if (changes > 1) {
            found.add("/buttons", "quick_replies_scattered", "Put the quick replies together, first or last");
        }
    }
}
