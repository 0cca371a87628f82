package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.TemplateCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A body above two to ten cards that are built alike: of media, or of products. */
final class CarouselCheck {
    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int LONGEST_BODY = 160;
    private static final int MOST_LINE_BREAKS = 2;
    private static final int MOST_BUTTONS = 2;
    private static final Set<String> OF_CAROUSEL = Set.of("type", "cards");
    private static final Set<String> OF_CARD = Set.of("components");
    private static final Set<String> COMPONENTS = Set.of("BODY", "CAROUSEL");
    private static final Set<String> COMPONENTS_OF_CARD = Set.of("HEADER", "BODY", "BUTTONS");
    private static final Set<String> HEADERS = Set.of("IMAGE", "VIDEO", "PRODUCT");
    private static final Set<String> BUTTONS_OF_MEDIA = Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER");
    private static final Set<String> BUTTONS_OF_PRODUCTS = Set.of("SPM", "URL");

    private CarouselCheck() {}

    static void check(Part components, Written written) {
        var carousel = written.component("CAROUSEL").orElseThrow();
        if (written.isNotFor(TemplateCategory.MARKETING)) {
            carousel.add(Rule.CATEGORY_NOT_ALLOWED);
        }
        refuseOthers(written, COMPONENTS);
        carousel.checkFields(OF_CAROUSEL, HeadCheck.FIELDS_OF_COMPONENTS);
        written.component("BODY")
                .ifPresentOrElse(
                        body -> TextCheck.body(body, written.named(), Limits.BODY),
                        () -> components.add(Rule.BODY_REQUIRED));
        var list = carousel.at("cards");
        var cards = list.items();
        if (!list.json().isArray() || cards.size() < FEWEST || cards.size() > MOST) {
            list.add(Rule.CARDS_COUNT);
            return;
        }
        var layouts = new ArrayList<List<String>>();
        for (var card : cards) {
            card.checkFields(OF_CARD, Set.of());
            var inside = Written.of(written.category(), written.named(), card.at("components"));
            checkCard(card, inside);
            layouts.add(layout(inside));
            if (!layouts.getLast().equals(layouts.getFirst())) {
                card.add(Rule.CARDS_DIFFER);
            }
        }
    }

    private static void checkCard(Part card, Written inside) {
        inside.components().forEach((type, component) -> {
            if (!HeadCheck.TYPES.contains(type)) {
                component.at("type").add(Rule.COMPONENT_TYPE_UNKNOWN);
            }
        });
        refuseOthers(inside, COMPONENTS_OF_CARD);
        var ofProduct = inside.headerFormat().equals("PRODUCT");
        inside.component("HEADER")
                .ifPresentOrElse(header -> checkHeader(inside, header), () -> card.add(Rule.CARD_HEADER_REQUIRED));
        inside.component("BODY").ifPresent(body -> {
            if (ofProduct) {
                body.add(Rule.COMPONENT_NOT_ALLOWED, Fix.remove(body.pointer()));
            } else {
                TextCheck.cardBody(body, inside.named(), LONGEST_BODY, MOST_LINE_BREAKS);
            }
        });
        inside.component("BUTTONS")
                .ifPresentOrElse(
                        buttons -> checkButtons(inside, buttons, ofProduct),
                        () -> card.add(Rule.CARD_BUTTONS_REQUIRED));
    }

    private static void checkHeader(Written inside, Part header) {
        HeaderCheck.check(inside, header);
        var format = inside.headerFormat();
        if (HeadCheck.HEADER_FORMATS.contains(format) && !HEADERS.contains(format)) {
            header.at("format").add(Rule.HEADER_FORMAT_NOT_ALLOWED);
        }
    }

    private static void checkButtons(Written inside, Part component, boolean ofProduct) {
        ButtonsCheck.check(inside, component);
        var buttons = inside.buttons();
        if (buttons.size() > (ofProduct ? 1 : MOST_BUTTONS)) {
            component.at("buttons").add(Rule.CARD_BUTTONS_REQUIRED);
        }
        var allowed = ofProduct ? BUTTONS_OF_PRODUCTS : BUTTONS_OF_MEDIA;
        buttons.stream()
                .filter(button -> ButtonKind.of(button).isPresent() && !allowed.contains(button.word("type")))
                .forEach(button -> button.at("type").add(Rule.BUTTON_NOT_ALLOWED));
    }

    private static void refuseOthers(Written written, Set<String> allowed) {
        written.components().forEach((type, component) -> {
            if (HeadCheck.TYPES.contains(type) && !allowed.contains(type)) {
                component.add(Rule.COMPONENT_NOT_ALLOWED, Fix.remove(component.pointer()));
            }
        });
    }

    /** What has to be equal on all cards. */
    private static List<String> layout(Written card) {
        var layout =
                new ArrayList<>(card.components().keySet().stream().sorted().toList());
        layout.add(card.headerFormat());
        card.buttons().forEach(button -> layout.add(button.word("type")));
        return layout;
    }
}
