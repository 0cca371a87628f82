package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.interactive.Carousel;
import io.posthorn.cloudapi.interactive.Frame;
import io.posthorn.cloudapi.interactive.Header;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import java.util.ArrayList;
import java.util.Optional;

/** Reads cards that stand side by side. */
final class CarouselCards {
    private CarouselCards() {}

    static Carousel read(Fields action, Frame frame) {
        var read = new ArrayList<Carousel.Card>();
        action.objects("cards", card -> read.add(card(card, read.size())));
        return new Carousel(frame, read);
    }

    /** Cards count from 0 in the order in which they stand. */
    static void checkIndex(Fields card, int expected) {
        if (card.number("card_index").orElse(expected) != expected) {
            card.broken("card_index", "card_index", "Cards count from 0 in their order: this one is " + expected);
        }
    }

    private static Carousel.Card card(Fields fields, int place) {
        checkIndex(fields, place);
        var type = fields.optional("type").orElse("cta_url");
        if (type.equals("product")) {
            return fields.required(
                    "action",
                    action -> new Carousel.Card.Product(
                            action.word("catalog_id").orElse(null),
                            action.word("product_retailer_id").orElse(null)));
        }
        if (!type.equals("cta_url")) {
            fields.broken("type", "card_kind", "A card is of type cta_url or product");
        }
        var header = fields.required("header", Controls::header);
        var body = fields.object("body", text -> text.optional("text")).flatMap(text -> text);
        var link = fields.required("action", action -> Controls.link(Controls.named(action, "cta_url"), Frame.empty()));
        return media(fields, header, body, link.label(), link.url());
    }

    private static Carousel.Card media(
            Fields fields, Optional<Header> header, Optional<String> body, String label, String url) {
        if (header.orElse(null) instanceof Header.Media(var kind, var file)) {
            return new Carousel.Card.Media(kind, file, body, label, url);
        }
        fields.broken("header", "card_header_kind", "A card shows a picture or a video");
        return new Carousel.Card.Media(MediaKind.IMAGE, MediaReference.uploaded(null), body, label, url);
    }
}
