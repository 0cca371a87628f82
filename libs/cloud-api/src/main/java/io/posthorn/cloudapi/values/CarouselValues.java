package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.stream.IntStream;

/** The values of each card: a header, a body and buttons, as in the template itself. */
public record CarouselValues(List<List<Component>> cards) implements Component {
    public static final int MIN_CARDS = 2;
    public static final int MAX_CARDS = 10;

    public CarouselValues {
        cards = cards.stream().map(List::copyOf).toList();
    }

    @Override
    public List<ObjectNode> toJson() {
        var indexes = IntStream.range(0, cards.size()).boxed().toList();
        return List.of(Json.set(Json.object().put("type", "carousel"), "cards", Json.array(indexes, this::card)));
    }

    @Override
    public void check(Violations found, String pointer) {
        found.count(pointer + "/cards", "cards", cards.size(), MIN_CARDS, MAX_CARDS);
        for (var index = 0; index < cards.size(); index++) {
            Components.check(found, "%s/cards/%d/components".formatted(pointer, index), cards.get(index), true);
        }
    }

    private ObjectNode card(int index) {
        return Json.set(Json.object().put("card_index", index), "components", Components.toJson(cards.get(index)));
    }
}
