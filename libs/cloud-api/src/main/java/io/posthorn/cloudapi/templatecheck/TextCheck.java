package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.Texts;
import java.util.Optional;
import java.util.Set;

/** Body and footer: the texts that every reader sees. */
final class TextCheck {
    private static final int MOST_EMOJI = 10;
    private static final Set<String> OF_BODY = Set.of("type", "text", "example");
    private static final Set<String> OF_FOOTER = Set.of("type", "text");

    private TextCheck() {}

    static void body(Part body, boolean named, int longest) {
        body.checkFields(OF_BODY, HeadCheck.FIELDS_OF_COMPONENTS);
        var where = body.at("text");
        var text = where.text();
        var length = Texts.length(text);
        if (text.isBlank()) {
            where.add(Rule.BODY_REQUIRED);
            return;
        }
        if (length > longest) {
            where.add(Rule.BODY_TOO_LONG, "A body here has at most %d characters, not %d".formatted(longest, length));
            return;
        }
        checkCharacters(where, text);
        var variables = Placeholders.of(text);
        variables.checkForm(where, named);
        variables.checkPlaces(where);
        ExampleCheck.check(body, "body_text", variables, Limits.BODY);
    }

    static void footer(Part footer) {
        footer.checkFields(OF_FOOTER, HeadCheck.FIELDS_OF_COMPONENTS);
        var where = footer.at("text");
        var text = where.text();
        if (text.isBlank()) {
            if (!where.json().isContainerNode()) {
                where.add(Rule.FOOTER_REQUIRED, Fix.remove(footer.pointer()));
            }
            return;
        }
        if (Texts.length(text) > Limits.FOOTER) {
            where.add(Rule.FOOTER_TOO_LONG);
            return;
        }
        if (text.contains("{{") || text.contains("}}")) {
            where.add(Rule.FOOTER_VARIABLE);
        }
        if (Texts.hasLineBreak(text) || Texts.isUnprintable(text)) {
            where.addWithText(Rule.FOOTER_CHARACTERS, Signs.oneLine(text));
        }
    }

    private static void checkCharacters(Part where, String text) {
        if (Texts.isUnprintable(text)) {
            where.addWithText(Rule.BODY_CHARACTERS, Signs.printable(text));
        }
        if (Signs.hasManySpaces(text)) {
            where.addWithText(Rule.BODY_SPACES, Signs.withFewSpaces(text));
        }
        if (Signs.hasManyLineBreaks(text)) {
            where.addWithText(Rule.BODY_LINE_BREAKS, Signs.withFewLineBreaks(text));
        }
        if (Signs.emoji(text) > MOST_EMOJI) {
            where.add(Rule.BODY_EMOJI);
        }
    }

    /** On a card there is little room. */
    static void cardBody(Part body, boolean named, int longest, int mostLineBreaks) {
        body(body, named, longest);
        var where = body.at("text");
        if (Signs.lineBreaks(where.json().asText("")) > mostLineBreaks) {
            where.add(Rule.BODY_LINE_BREAKS, "A card has at most two line breaks", Optional.empty());
        }
    }
}
