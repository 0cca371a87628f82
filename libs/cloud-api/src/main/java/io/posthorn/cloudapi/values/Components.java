package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** Rules for components that stand side by side. */
public final class Components {
    private static final int MAX_COMPONENTS = 20;

    private Components() {}

    public static List<Component> raw(JsonNode components) {
        return components
                .valueStream()
                .map(json -> (Component) new RawComponent(json))
                .toList();
    }

    public static ArrayNode toJson(List<Component> components) {
        var all = components.stream()
                .<JsonNode>flatMap(component -> component.toJson().stream())
                .toList();
        return Json.array(all, one -> one);
    }

    /** Each place once; a card of a carousel has no cards of its own. */
    public static void check(Violations found, String pointer, List<Component> components, boolean insideCard) {
        found.count(pointer, "components", components.size(), 0, MAX_COMPONENTS);
        found.unique(
                pointer,
                "component",
                components.stream()
                        .filter(component -> !(component instanceof RawComponent))
                        .map(Components::place)
                        .toList());
        var offer = components.stream().anyMatch(LimitedTimeOffer.class::isInstance);
        for (var index = 0; index < components.size(); index++) {
            var component = components.get(index);
            var place = "%s/%d".formatted(pointer, index);
            component.check(found, place);
            if (insideCard && !belongsInCard(component)) {
                found.add(place, "card_component", "A card has a header, a body and buttons");
            }
            if (offer && component instanceof ButtonValue(var button, ButtonAction.CouponCode coupon)) {
                coupon.check(found, place + "/parameters/0", LimitedTimeOffer.MAX_COUPON);
            }
        }
    }

    private static boolean belongsInCard(Component component) {
        return switch (component) {
            case HeaderValue header -> true;
            case BodyValues body -> true;
            case ButtonValue button -> true;
            case RawComponent raw -> true;
            case OneTimeCode code -> false;
            case LimitedTimeOffer offer -> false;
            case CarouselValues carousel -> false;
            case TapTarget target -> false;
        };
    }

    private static String place(Component component) {
        return switch (component) {
            case ButtonValue(var index, var action) -> "button " + index;
            case OneTimeCode code -> "button 0";
            default -> component.getClass().getSimpleName();
        };
    }
}
