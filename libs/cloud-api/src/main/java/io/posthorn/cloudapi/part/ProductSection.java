package io.posthorn.cloudapi.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Optional;

/** Some products of a catalog under a title. */
public record ProductSection(Optional<String> title, List<String> productIds) {
    public static final int MAX_SECTIONS = 10;
    public static final int MAX_PRODUCTS = 30;
    public static final int MAX_TITLE = 24;

    public ProductSection {
        productIds = List.copyOf(productIds);
    }

    public ObjectNode toJson() {
        var json = Json.put(Json.object(), "title", title);
        return Json.set(json, "product_items", Json.array(productIds, id -> Json.object()
                .put("product_retailer_id", id)));
    }

    /** Titles tell several sections apart; the number of products counts over all of them. */
    public static void check(Violations found, String pointer, List<ProductSection> sections) {
        found.count(pointer, "sections", sections.size(), 1, MAX_SECTIONS);
        var products = sections.stream()
                .mapToInt(section -> section.productIds().size())
                .sum();
        found.count(pointer, "products", products, 1, MAX_PRODUCTS);
        for (var index = 0; index < sections.size(); index++) {
            sections.get(index).check(found, pointer + "/" + index, sections.size() > 1);
        }
    }

    private void check(Violations found, String pointer, boolean titled) {
        if (titled && title.isEmpty()) {
            found.add(pointer + "/title", "section_title_required", "Several sections need titles");
        }
        found.text(pointer + "/title", "section_title", title, MAX_TITLE);
        found.count(pointer + "/product_items", "section_products", productIds.size(), 1, MAX_PRODUCTS);
        for (var index = 0; index < productIds.size(); index++) {
            found.id(
                    "%s/product_items/%d/product_retailer_id".formatted(pointer, index),
                    "product_id",
                    productIds.get(index));
        }
    }
}
