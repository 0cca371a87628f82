package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** Goods of a catalogue: one, some of them, or all. */
final class Products {
    private static final int LONGEST_ID = 256;
    private static final int MOST = 30;

    private Products() {}

    static void checkOne(Content action) {
        action.text("catalog_id", LONGEST_ID);
        action.text("product_retailer_id", LONGEST_ID);
    }

    static void checkList(Content action) {
        action.text("catalog_id", LONGEST_ID);
        var sections = action.items("sections", 1, ListSections.MOST_SECTIONS);
        var products = 0;
        for (var section : sections) {
            ListSections.checkTitle(section, sections.size());
            for (var item : section.items("product_items", 1, Integer.MAX_VALUE)) {
                item.text("product_retailer_id", LONGEST_ID);
                products++;
            }
        }
        if (products > MOST) {
            throw action.invalid("%s has %d products, %d at most".formatted(action.at("sections"), products, MOST));
        }
    }

    static void checkCatalog(Content action) {
        action.oneOf("name", Set.of("catalog_message"));
        action.optionalObject("parameters")
                .ifPresent(parameters -> parameters.optionalText("thumbnail_product_retailer_id", LONGEST_ID));
    }
}
