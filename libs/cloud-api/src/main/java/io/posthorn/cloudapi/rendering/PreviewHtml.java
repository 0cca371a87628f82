package io.posthorn.cloudapi.rendering;

import io.posthorn.cloudapi.formatting.Html;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The bubble: classes that begin with {@code wa-}, for whoever draws it. */
final class PreviewHtml {
    private PreviewHtml() {}

    static String of(Preview preview, boolean card) {
        var html = new StringBuilder();
        html.append("<div class=\"%s\" dir=\"%s\">".formatted(card ? "wa-card" : "wa-bubble", preview.direction()));
        if (preview.header() != null) {
            html.append(header(preview.header()));
        }
        if (preview.offer() != null) {
            html.append(Html.element("div", "wa-offer", Html.escaped(preview.offer())));
        }
        if (preview.body() != null) {
            html.append(body(preview.body()));
        }
        if (preview.footer() != null) {
            html.append(Html.element("div", "wa-footer", preview.footer().html()));
        }
        if (!preview.buttons().isEmpty()) {
            html.append(buttons(preview));
        }
        if (preview.cards() != null) {
            var cards = preview.cards().stream().map(Preview::html).collect(Collectors.joining());
            html.append(Html.element("div", "wa-cards", cards));
        }
        return html.append("</div>").toString();
    }

    private static String header(Preview.Header header) {
        if (header.text() != null) {
            return Html.element("div", "wa-header", header.text().html());
        }
        var name = header.name() == null ? header.format().toLowerCase(Locale.ROOT) : header.name();
        return Html.element(
                "div", "wa-media wa-" + known(header.format()), Html.element("span", "wa-name", Html.escaped(name)));
    }

    private static String body(Preview.Text body) {
        return body.truncated()
                ? Html.element("div", "wa-body wa-truncated", body.html()) + Html.element("div", "wa-more", "Read more")
                : Html.element("div", "wa-body", body.html());
    }

    private static String buttons(Preview preview) {
        var shown = preview.buttons().stream()
                .filter(Preview.Button::shown)
                .map(PreviewHtml::button)
                .collect(Collectors.joining());
        var all = preview.allOptions() ? Html.element("div", "wa-button wa-all", "See all options") : "";
        return Html.element("div", "wa-buttons", shown + all);
    }

    private static String button(Preview.Button button) {
        var title = button.target() == null ? "" : " title=\"%s\"".formatted(Html.escaped(button.target()));
        return "<div class=\"wa-button wa-%s\"%s>%s</div>"
                .formatted(known(button.type()), title, Html.escaped(button.text()));
    }

    /** A class name is one of ours, whatever a template calls its parts. */
    private static String known(String word) {
        var name = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return KNOWN.contains(name) ? name : "other";
    }

    private static final List<String> KNOWN = List.of(
            "image",
            "video",
            "document",
            "gif",
            "location",
            "product",
            "quick-reply",
            "url",
            "phone-number",
            "copy-code",
            "otp",
            "flow",
            "catalog",
            "mpm",
            "spm",
            "voice-call",
            "request-contact-info");
}
