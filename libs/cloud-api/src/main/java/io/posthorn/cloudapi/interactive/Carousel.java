package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Two to ten cards side by side, all of one form: pictures, videos, or products of one catalog. */
public record Carousel(Frame frame, List<Card> cards) implements Interactive {
    public static final int MIN_CARDS = 2;
    public static final int MAX_CARDS = 10;
    public static final int MAX_CARD_BODY = 160;
    private static final int MAX_LINE_BREAKS = 2;

    public sealed interface Card {
        /** A picture or a video with a button that opens an address. */
        record Media(MediaKind kind, MediaReference media, Optional<String> body, String label, String url)
                implements Card {}

        record Product(String catalogId, String productId) implements Card {}
    }

    public Carousel {
        cards = List.copyOf(cards);
    }

    @Override
    public String type() {
        return "carousel";
    }

    @Override
    public ObjectNode action() {
        var indexes = IntStream.range(0, cards.size()).boxed().toList();
        return Json.set(Json.object(), "cards", Json.array(indexes, index -> card(index, cards.get(index))));
    }

    @Override
    public void check(Violations found, String pointer) {
        frame.check(found, pointer, Frame.Rule.BODY_ONLY);
        var place = pointer + "/action/cards";
        found.count(place, "cards", cards.size(), MIN_CARDS, MAX_CARDS);
        var forms = cards.stream().map(Carousel::form).distinct().count();
        found.require(
                forms <= 1, place, "cards_differ", "All cards are pictures, or videos, or products of one catalog");
        for (var index = 0; index < cards.size(); index++) {
            checkCard(found, place + "/" + index, cards.get(index));
        }
    }

    private static ObjectNode card(int index, Card card) {
        var json = Json.object().put("card_index", index);
        return switch (card) {
            case Card.Media media -> {
                json.put("type", "cta_url").set("header", new Header.Media(media.kind(), media.media()).toJson());
                media.body().ifPresent(text -> json.set("body", Json.object().put("text", text)));
                yield Json.set(json, "action", LinkButton.action(media.label(), media.url()));
            }
            case Card.Product(var catalogId, var productId) ->
                Json.set(
                        json.put("type", "product"),
                        "action",
                        Json.object().put("product_retailer_id", productId).put("catalog_id", catalogId));
        };
    }

    private static String form(Card card) {
        return switch (card) {
            case Card.Media media -> media.kind().word();
            case Card.Product(var catalogId, var productId) -> "product of " + catalogId;
        };
    }

    private static void checkCard(Violations found, String pointer, Card card) {
        switch (card) {
            case Card.Media media -> {
                found.require(
                        media.kind() == MediaKind.IMAGE || media.kind() == MediaKind.VIDEO,
                        pointer + "/header/type",
                        "card_header_kind",
                        "A card shows a picture or a video");
                media.media().check(found, pointer + "/header/" + media.kind().word());
                found.text(pointer + "/body/text", "card_body", media.body(), MAX_CARD_BODY);
                found.require(
                        media.body()
                                        .orElse("")
                                        .chars()
                                        .filter(letter -> letter == '\n')
                                        .count()
                                <= MAX_LINE_BREAKS,
                        pointer + "/body/text",
                        "card_body_line_breaks",
                        "A card has at most two line breaks");
                LinkButton.check(found, pointer, media.label(), media.url());
            }
            case Card.Product(var catalogId, var productId) -> {
                found.id(pointer + "/action/catalog_id", "catalog_id", catalogId);
                found.id(pointer + "/action/product_retailer_id", "product_id", productId);
            }
        }
    }
}
