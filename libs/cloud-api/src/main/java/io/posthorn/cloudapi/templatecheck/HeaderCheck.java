package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.Texts;
import java.util.Set;

/** What stands above the body. */
final class HeaderCheck {
    private static final Set<String> OF_TEXT = Set.of("type", "format", "text", "example");
    private static final Set<String> OF_MEDIA = Set.of("type", "format", "example");
    private static final Set<String> OF_OTHERS = Set.of("type", "format");
    private static final Set<String> HANDLE = Set.of("header_handle");
    private static final Set<String> FIELDS_OF_EXAMPLES =
            Set.of("header_text", "header_text_named_params", "body_text", "body_text_named_params");

    private HeaderCheck() {}

    static void check(Written written, Part header) {
        switch (header.word("format")) {
            case "TEXT" -> checkText(header, written.named());
            case "IMAGE", "VIDEO", "DOCUMENT" -> checkMedia(header);
            case "GIF" -> {
                if (written.isNotFor(TemplateCategory.MARKETING)) {
                    header.at("format").add(Rule.CATEGORY_NOT_ALLOWED);
                }
                checkMedia(header);
            }
            case "LOCATION", "PRODUCT" -> header.checkFields(OF_OTHERS, HeadCheck.FIELDS_OF_COMPONENTS);
            case "" -> header.at("format").add(Rule.HEADER_FORMAT_REQUIRED);
            default -> header.at("format").add(Rule.HEADER_FORMAT_UNKNOWN);
        }
    }

    private static void checkText(Part header, boolean named) {
        header.checkFields(OF_TEXT, HeadCheck.FIELDS_OF_COMPONENTS);
        var where = header.at("text");
        var text = where.text();
        if (text.isBlank()) {
            where.add(Rule.HEADER_REQUIRED);
            return;
        }
        if (Texts.length(text) > Limits.HEADER) {
            where.add(Rule.HEADER_TOO_LONG);
            return;
        }
        if (!Signs.isPlain(text)) {
            where.addWithText(Rule.HEADER_CHARACTERS, Signs.plain(text));
        }
        var variables = Placeholders.of(text);
        variables.checkForm(where, named);
        if (variables.isAtAnEdge()) {
            where.add(Rule.HEADER_VARIABLE_EDGE);
        }
        if (variables.count() > 1) {
            where.add(Rule.HEADER_VARIABLES);
        } else {
            ExampleCheck.check(header, "header_text", variables, Limits.HEADER);
        }
    }

    private static void checkMedia(Part header) {
        header.checkFields(OF_MEDIA, HeadCheck.FIELDS_OF_COMPONENTS);
        var example = header.at("example");
        if (!header.has("example")) {
            example.add(Rule.EXAMPLE_MISSING, "Meta's reviewers need a file that shows what will be sent");
            return;
        }
        if (!example.json().isObject()) {
            example.add(Rule.FIELD_TYPE);
            return;
        }
        example.checkFields(HANDLE, FIELDS_OF_EXAMPLES);
        var handles = example.at("header_handle");
        if (handles.json().size() != 1 || handles.at(0).text().isBlank()) {
            handles.add(Rule.HEADER_HANDLE);
        }
    }
}
