package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One spot of a template that a message fills.
 *
 * @param pointer where its value stands among the variables
 * @param kind {@code text}, {@code image}, {@code url_suffix} ...
 * @param example what the template shows there; null when it says nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(String pointer, String kind, boolean required, String example) {
    /** Every spot, in the order in which a reader meets them. */
    public static List<Place> of(Layout layout) {
        return of("", layout);
    }

    private static List<Place> of(String pointer, Layout layout) {
        var places = new ArrayList<Place>();
        if (layout.code()) {
            places.add(new Place(pointer + "/code", "code", true, null));
            return places;
        }
        var header = layout.header();
        if (header.isText() && !header.text().names().isEmpty()) {
            places.add(new Place(pointer + "/header", "text", true, orNull(header.example())));
        } else if (header.isThere() && !header.isText()) {
            places.add(new Place(pointer + "/header", header.format().toLowerCase(Locale.ROOT), true, null));
        }
        places.addAll(body(pointer + "/body", layout));
        if (layout.offer() != null && layout.offer().ends()) {
            places.add(new Place(pointer + "/offerEndsAt", "time", true, null));
        }
        IntStream.range(0, layout.buttons().size())
                .mapToObj(index -> button(
                        "%s/buttons/%d".formatted(pointer, index),
                        layout.buttons().get(index)))
                .forEach(places::addAll);
        IntStream.range(0, layout.cards().size())
                .mapToObj(index -> of(
                        "%s/cards/%d".formatted(pointer, index), layout.cards().get(index)))
                .forEach(places::addAll);
        return places;
    }

    private static List<Place> body(String pointer, Layout layout) {
        var names = layout.body().names();
        var named = layout.body().isNamed();
        return IntStream.range(0, names.size())
                .mapToObj(index -> new Place(
                        "%s/%s".formatted(pointer, named ? names.get(index) : index),
                        "text",
                        true,
                        index < layout.bodyExamples().size()
                                ? orNull(layout.bodyExamples().get(index))
                                : null))
                .toList();
    }

    private static List<Place> button(String pointer, Layout.Button button) {
        return switch (button.type()) {
            case "URL" ->
                button.url().names().isEmpty()
                        ? List.of()
                        : List.of(new Place(pointer, "url_suffix", true, orNull(Values.suffix(button))));
            case "COPY_CODE" -> List.of(new Place(pointer, "coupon_code", true, orNull(button.example())));
            case "QUICK_REPLY" -> List.of(new Place(pointer, "payload", false, null));
            case "MPM" -> List.of(new Place(pointer, "action", true, null));
            case "FLOW", "CATALOG" -> List.of(new Place(pointer, "action", false, null));
            case "VOICE_CALL" -> List.of(new Place(pointer, "ttl_minutes", false, null));
            default -> List.of();
        };
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
