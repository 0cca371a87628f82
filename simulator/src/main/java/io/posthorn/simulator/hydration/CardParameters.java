package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Components;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.TreeMap;

/** The cards of a carousel: of media all of them, of products two to ten that are like the first one. */
final class CardParameters {
    private static final String NAME = "carousel";
    private static final int LONGEST_BODY = 160;
    private static final int FEWEST_PRODUCTS = 2;
    private static final int MOST_PRODUCTS = 10;

    private CardParameters() {}

    static ArrayNode fillIn(World world, ParameterFormat format, JsonNode carousel, Given given) {
        var definitions = carousel.path("cards").valueStream().toList();
        var cards = given.cards().valueStream().toList();
        var ofProducts = isOfProducts(definitions.getFirst());
        var fits = ofProducts
                ? cards.size() >= FEWEST_PRODUCTS && cards.size() <= MOST_PRODUCTS
                : cards.size() == definitions.size();
        if (!fits) {
            throw HydrationRefusal.count(NAME, cards.size(), definitions.size());
        }
        var filled = Json.MAPPER.createArrayNode();
        inOrder(cards).forEach((index, card) -> {
            var definition = definitions.get(ofProducts ? 0 : index);
            var part = new Part(
                    world, format, definition.path("components"), Given.of(card.path("components")), LONGEST_BODY);
            filled.addObject().put("card_index", index).setAll(part.filledIn());
        });
        return filled;
    }

    private static boolean isOfProducts(JsonNode card) {
        return Components.find(card.path("components"), "HEADER")
                .filter(header -> header.path("format").asText().equals("PRODUCT"))
                .isPresent();
    }

    /** Each index from 0 on is there once. */
    private static TreeMap<Integer, JsonNode> inOrder(List<JsonNode> cards) {
        var byIndex = new TreeMap<Integer, JsonNode>();
        for (var card : cards) {
            var index = card.path("card_index").asText("");
            if (index.isEmpty()) {
                throw HydrationRefusal.missing("carousel: card_index is required");
            }
            if (!index.matches("\\d")
                    || Integer.parseInt(index) >= cards.size()
                    || byIndex.put(Integer.parseInt(index), card) != null) {
                throw HydrationRefusal.value("carousel: card_index counts from 0 and is there once");
            }
        }
        return byIndex;
    }
}
