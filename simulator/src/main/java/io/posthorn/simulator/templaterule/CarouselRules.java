package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.Components;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Set;

/** A body above two to ten cards that are built alike: of media, or of products. */
final class CarouselRules {
    private static final String CAROUSEL = "CAROUSEL";
    private static final int FEWEST_CARDS = 2;
    private static final int MOST_CARDS = 10;
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_CARD = 160;
    private static final int MOST_BUTTONS = 2;
    private static final int MOST_LINE_BREAKS = 2;
    private static final Set<String> OF_MEDIA = Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER");
    private static final Set<String> OF_PRODUCTS = Set.of("SPM", "URL");

    private CarouselRules() {}

    static void check(World world, TemplateDraft draft) {
        if (draft.category() != TemplateCategory.MARKETING) {
            throw TemplateRefusal.plain("Category isn't allowed", "Only marketing templates can have a carousel.");
        }
        draft.components().forEach(component -> {
            var type = component.path("type").asText();
            Shapes.refuse(type, !Set.of("BODY", CAROUSEL).contains(type), "a template with a carousel");
        });
        BodyRules.check(draft.format(), TemplateRules.body(draft), LONGEST_BODY);
        var cards = draft.component(CAROUSEL)
                .orElseThrow()
                .path("cards")
                .valueStream()
                .toList();
        if (cards.size() < FEWEST_CARDS || cards.size() > MOST_CARDS) {
            throw TemplateRefusal.plain(
                    "Number of cards is incorrect",
                    "A carousel has %d to %d cards.".formatted(FEWEST_CARDS, MOST_CARDS));
        }
        for (var place = 0; place < cards.size(); place++) {
            checkCard(world, draft, cards.get(place), place);
        }
        if (cards.stream().map(CarouselRules::layout).distinct().count() > 1) {
            throw TemplateRefusal.plain(
                    "Cards are different", "All cards of a carousel have the same components and kinds of buttons.");
        }
    }

    private static void checkCard(World world, TemplateDraft draft, JsonNode card, int place) {
        Shapes.refuseOthers(CAROUSEL, card, Set.of("components"));
        var components = card.path("components");
        components.forEach(component -> {
            Shapes.check(component);
            var type = component.path("type").asText();
            Shapes.refuse(type, !Set.of("HEADER", "BODY", "BUTTONS").contains(type), "a card");
        });
        TemplateRules.checkOneOfEach(components);
        var header =
                Components.find(components, "HEADER").orElseThrow(() -> TemplateRefusal.missing(CAROUSEL, "HEADER"));
        var format = header.path("format").asText();
        if (!Set.of("IMAGE", "VIDEO", "PRODUCT").contains(format)) {
            throw TemplateRefusal.headerFormat("The header of a card is an image, a video or a product.");
        }
        HeaderRules.check(world, draft, header);
        var ofProducts = format.equals("PRODUCT");
        if (ofProducts) {
            SpecialForms.requireCatalog(world);
        }
        Components.find(components, "BODY").ifPresent(body -> checkBody(draft, body, ofProducts));
        checkButtons(draft, components, ofProducts, place);
    }

    private static void checkBody(TemplateDraft draft, JsonNode body, boolean ofProducts) {
        Shapes.refuse("BODY", ofProducts, "a card with a product");
        BodyRules.check(draft.format(), body, LONGEST_CARD);
        if (body.path("text").asText().chars().filter(sign -> sign == '\n').count() > MOST_LINE_BREAKS) {
            throw TemplateRefusal.bodyFormat("The body of a card can't have more than two new lines.");
        }
    }

    private static void checkButtons(TemplateDraft draft, JsonNode components, boolean ofProducts, int place) {
        var component =
                Components.find(components, "BUTTONS").orElseThrow(() -> TemplateRefusal.missing(CAROUSEL, "BUTTONS"));
        ButtonRules.check(draft, component, "components[n]['cards'][%d]".formatted(place));
        var types = Components.buttons(components)
                .map(button -> button.path("type").asText())
                .toList();
        var allowed = ofProducts ? OF_PRODUCTS : OF_MEDIA;
        var most = ofProducts ? 1 : MOST_BUTTONS;
        if (types.size() > most || !allowed.containsAll(types)) {
            throw TemplateRefusal.plain(
                    "Invalid combination of buttons",
                    "A card of this kind has at most %d buttons, of types %s.".formatted(most, List.copyOf(allowed)));
        }
    }

    /** What has to be equal on all cards. */
    private static List<String> layout(JsonNode card) {
        return card.path("components")
                .valueStream()
                .map(component -> component.path("type").asText()
                        + component.path("format").asText("")
                        + component.path("buttons").findValuesAsText("type"))
                .sorted()
                .toList();
    }
}
