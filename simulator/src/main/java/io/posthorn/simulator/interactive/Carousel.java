package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** Two to ten cards beside each other: pictures or films with a link each, or products of one catalogue. */
final class Carousel {
    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int LONGEST_BODY = 160;
    private static final int MOST_LINE_BREAKS = 2;
    private static final String PRODUCT = "product";

    private Carousel() {}

    static void check(Content action) {
        var indexes = new Unique();
        var cards = action.items("cards", FEWEST, MOST);
        var first = form(cards.getFirst());
        for (var card : cards) {
            indexes.add(card, "card_index", index(card));
            if (card.oneOf("type", Set.of("cta_url", PRODUCT)).equals(PRODUCT)) {
                card.refuse("header");
                Products.checkOne(card.object("action"));
            } else {
                checkMedia(card);
            }
            if (!form(card).equals(first)) {
                throw action.invalid("All cards have the same kind of header, or products of the same catalog");
            }
        }
    }

    private static void checkMedia(Content card) {
        HeaderRule.CARD.check(card);
        card.optionalObject("body").ifPresent(Carousel::checkBody);
        LinkButton.check(card.object("action"));
    }

    private static void checkBody(Content body) {
        var text = body.text("text", LONGEST_BODY);
        if (text.chars().filter(character -> character == '\n').count() > MOST_LINE_BREAKS) {
            throw body.invalid("%s has at most %d line breaks".formatted(body.at("text"), MOST_LINE_BREAKS));
        }
    }

    private static String index(Content card) {
        var index = card.node().path("card_index");
        if (index.isMissingNode()) {
            throw card.missing("card_index");
        }
        if (!index.isIntegralNumber()) {
            throw card.malformed("card_index", "an integer");
        }
        if (index.asLong() < 0 || index.asLong() >= MOST) {
            throw card.invalid("%s is from 0 to %d".formatted(card.at("card_index"), MOST - 1));
        }
        return index.asText();
    }

    /** What has to be alike on all cards. */
    private static String form(Content card) {
        return card.node().path("type").asText().equals(PRODUCT)
                ? "products of " + card.node().path("action").path("catalog_id").asText()
                : "header " + card.node().path("header").path("type").asText();
    }
}
