package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.formatting.Direction;
import io.posthorn.cloudapi.formatting.FormattedText;
import io.posthorn.cloudapi.formatting.Html;
import io.posthorn.cloudapi.formatting.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A template as a phone shows it. What it does not have is left out.
 *
 * @param html the whole bubble, escaped; classes only, no styles, no scripts, nothing that is loaded
 * @param text the same where only text can be shown
 * @param allOptions the phone shows two buttons and "See all options"
 * @param hints what the phone does that the words do not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(
        String direction,
        Header header,
        Text body,
        Text footer,
        String offer,
        List<Button> buttons,
        boolean allOptions,
        List<Preview> cards,
        List<String> hints,
        String html,
        String text) {
    private static final int MOST_BUTTONS_SHOWN = 3;
    private static final int SHOWN_BESIDE_ALL_OPTIONS = 2;

    /**
     * Some words.
     *
     * @param html without marks, escaped
     * @param lines about how many a phone of 360 pixels needs
     * @param truncated the phone shows the beginning and "Read more"
     */
    public record Text(String text, String html, String direction, int lines, boolean truncated) {
        static Text formatted(String text, boolean marketing) {
            var formatted = FormattedText.of(text);
            return of(formatted, Truncation.lines(formatted), Truncation.cuts(formatted, marketing));
        }

        static Text plain(String text) {
            var formatted = FormattedText.plain(text);
            return of(formatted, Truncation.lines(formatted), false);
        }

        private static Text of(FormattedText formatted, int lines, boolean truncated) {
            var plain = formatted.plainText();
            return new Text(plain, Html.of(formatted), Direction.of(plain).word(), lines, truncated);
        }
    }

    /** What stands on top: a text, or what kind of thing and how it is called. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Header(String format, Text text, String name) {}

    /**
     * A button.
     *
     * @param target where it leads, or what it calls or copies
     * @param shown false for what stands behind "See all options"
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Button(String type, String text, String target, boolean shown) {}

    /** Tolerant: a value that is missing leaves its variable as it is. */
    public static Preview of(Layout layout, JsonNode variables, String category) {
        return of(layout, variables, "MARKETING".equalsIgnoreCase(category), false);
    }

    private static Preview of(Layout layout, JsonNode variables, boolean marketing, boolean card) {
        var header = header(layout, variables);
        var words = Shown.body(layout, variables);
        var body = words.isEmpty() ? null : Text.formatted(words, marketing);
        var footer = layout.footer().isEmpty() ? null : Text.plain(layout.footer());
        var buttons = buttons(layout, variables);
        var cards = IntStream.range(0, layout.cards().size())
                .mapToObj(index ->
                        of(layout.cards().get(index), variables.path("cards").path(index), marketing, true))
                .toList();
        var offer = layout.offer() == null ? null : layout.offer().text();
        var shown = new Preview(
                body == null ? Direction.LTR.word() : body.direction(),
                header,
                body,
                footer,
                offer,
                buttons,
                buttons.size() > MOST_BUTTONS_SHOWN,
                cards.isEmpty() ? null : cards,
                hints(layout, body, buttons),
                null,
                null);
        return shown.written(PreviewHtml.of(shown, card), plain(shown));
    }

    private Preview written(String html, String text) {
        return new Preview(direction, header, body, footer, offer, buttons, allOptions, cards, hints, html, text);
    }

    private static Header header(Layout layout, JsonNode variables) {
        var header = layout.header();
        if (!header.isThere()) {
            return null;
        }
        if (header.isText()) {
            return new Header(header.format(), Text.plain(Shown.header(layout, variables)), null);
        }
        var given = variables.path("header");
        var name = given.path("filename").asText(given.path("name").asText(""));
        return new Header(header.format(), null, name.isEmpty() ? null : name);
    }

    private static List<Button> buttons(Layout layout, JsonNode variables) {
        var all = layout.buttons().size();
        var shown = all > MOST_BUTTONS_SHOWN ? SHOWN_BESIDE_ALL_OPTIONS : all;
        return IntStream.range(0, all)
                .mapToObj(index -> {
                    var button = layout.buttons().get(index);
                    var value = variables.path("buttons").path(Integer.toString(index));
                    return new Button(button.type(), button.text(), target(button, value), index < shown);
                })
                .toList();
    }

    private static String target(Layout.Button button, JsonNode value) {
        return switch (button.type()) {
            case "URL" -> Shown.address(button.url(), value);
            case "PHONE_NUMBER" -> button.phoneNumber();
            case "COPY_CODE" -> value.isTextual() ? value.textValue() : null;
            default -> null;
        };
    }

    private static List<String> hints(Layout layout, Text body, List<Button> buttons) {
        var hints = new ArrayList<String>();
        if (layout.code()) {
            hints.add("Meta writes this text in the language of the template; here it stands in English.");
        }
        if (body != null && body.truncated()) {
            hints.add("The phone shows the beginning of the text and \"Read more\".");
        }
        var quick = buttons.stream()
                .filter(button -> button.type().equals("QUICK_REPLY"))
                .count();
        if (buttons.size() > MOST_BUTTONS_SHOWN || (quick > 0 && quick < buttons.size())) {
            hints.add("WhatsApp on computers does not show a message with these buttons.");
        }
        return hints;
    }

    private static String plain(Preview preview) {
        var cards = preview.cards() == null ? List.<Preview>of() : preview.cards();
        return Stream.of(
                        Stream.ofNullable(preview.header()).map(Preview::plain),
                        Stream.ofNullable(preview.offer()),
                        Stream.ofNullable(preview.body()).map(Text::text),
                        Stream.ofNullable(preview.footer()).map(Text::text),
                        preview.buttons().stream().map(Preview::plain),
                        cards.stream().map(Preview::text))
                .map(part -> part.collect(Collectors.joining("\n")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String plain(Header header) {
        return header.text() != null
                ? header.text().text()
                : "[%s%s]"
                        .formatted(
                                header.format().toLowerCase(Locale.ROOT),
                                header.name() == null ? "" : ": " + header.name());
    }

    private static String plain(Button button) {
        return button.target() == null
                ? "[%s]".formatted(button.text())
                : "[%s] %s".formatted(button.text(), button.target());
    }
}
