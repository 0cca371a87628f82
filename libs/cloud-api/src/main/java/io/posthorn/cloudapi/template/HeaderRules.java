package io.posthorn.cloudapi.template;

import io.posthorn.cloudapi.rule.Violations;
import java.util.Locale;

/** Meta's rules for what stands above the body. */
final class HeaderRules {
    private static final int MAX_MEDIA_ID = 64;

    private HeaderRules() {}

    static void check(Violations found, TemplateHeader header) {
        if (header == null) {
            return;
        }
        switch (header.format() == null ? "" : header.format().toUpperCase(Locale.ROOT)) {
            case "TEXT" -> checkText(found, header);
            case "IMAGE" -> checkImage(found, header);
            case "" -> found.add("/header/format", "header_format_required", "Say TEXT or IMAGE");
            default -> found.add("/header/format", "header_format_unknown", "A header is TEXT or IMAGE");
        }
    }

    private static void checkText(Violations found, TemplateHeader header) {
        if (header.mediaId() != null) {
            found.add("/header/mediaId", "field_unexpected", "Only an IMAGE header has an image");
        }
        var text = header.text();
        if (Texts.isMissing(text)) {
            found.add("/header/text", "header_required", "Write the header's text, or leave the header out");
            return;
        }
        if (Texts.length(text) > TemplateRules.MAX_HEADER) {
            found.add(
                    "/header/text", "header_too_long", "A header has at most %d characters", TemplateRules.MAX_HEADER);
            return;
        }
        if (Texts.hasLineBreak(text)
                || Texts.isUnprintable(text)
                || Texts.hasFormatting(text)
                || Texts.hasEmoji(text)) {
            found.add(
                    "/header/text",
                    "header_characters",
                    "A header has no line breaks, no emoji and none of the formatting characters * _ ~ `");
        }
        checkVariable(found, header);
    }

    private static void checkVariable(Violations found, TemplateHeader header) {
        var variables = TemplateVariables.of(header.text());
        found.addAll(variables.malformed("/header/text"));
        if (variables.occurrences() > 1) {
            found.add("/header/text", "header_variables", "A header has at most one variable");
        }
        var examples = header.example() == null ? 0 : 1;
        Examples.checkCount(found, "/header/example", variables.count() > 0 ? 1 : 0, examples);
        if (header.example() != null) {
            Examples.check(found, "/header/example", header.example(), TemplateRules.MAX_HEADER);
        }
    }

    private static void checkImage(Violations found, TemplateHeader header) {
        if (header.text() != null) {
            found.add("/header/text", "field_unexpected", "Only a TEXT header has a text");
        }
        if (header.example() != null) {
            found.add("/header/example", "field_unexpected", "The example of an image is its mediaId");
        }
        if (Texts.isMissing(header.mediaId())) {
            found.add("/header/mediaId", "example_missing", "Name a stored image that shows Meta what will be sent");
        } else if (header.mediaId().length() > MAX_MEDIA_ID) {
            found.add("/header/mediaId", "media_id_format", "This is not the id of a stored image");
        }
    }
}
