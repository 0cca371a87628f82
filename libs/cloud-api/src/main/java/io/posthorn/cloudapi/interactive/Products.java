package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.ProductSection;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Optional;

/** Products of the catalog that is connected with the account. */
public sealed interface Products extends Interactive {
    record Single(Frame frame, String catalogId, String productId) implements Products {
        private static final Frame.Rule RULE = new Frame.Rule(Frame.Top.NONE, false, Frame.MAX_BODY, true);

        @Override
        public String type() {
            return "product";
        }

        @Override
        public ObjectNode action() {
            return Json.object().put("catalog_id", catalogId).put("product_retailer_id", productId);
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, RULE);
            found.id(pointer + "/action/catalog_id", "catalog_id", catalogId);
            found.id(pointer + "/action/product_retailer_id", "product_id", productId);
        }
    }

    record Several(Frame frame, String catalogId, List<ProductSection> sections) implements Products {
        private static final Frame.Rule RULE = new Frame.Rule(Frame.Top.TEXT_REQUIRED, true, Frame.MAX_BODY, true);

        public Several {
            sections = List.copyOf(sections);
        }

        @Override
        public String type() {
            return "product_list";
        }

        @Override
        public ObjectNode action() {
            return Json.set(
                    Json.object().put("catalog_id", catalogId),
                    "sections",
                    Json.array(sections, ProductSection::toJson));
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, RULE);
            found.id(pointer + "/action/catalog_id", "catalog_id", catalogId);
            ProductSection.check(found, pointer + "/action/sections", sections);
        }
    }

    /** The whole catalog; without a product to show, Meta takes the first one's picture. */
    record Catalog(Frame frame, Optional<String> thumbnailProductId) implements Products {
        private static final Frame.Rule RULE = new Frame.Rule(Frame.Top.NONE, true, Frame.MAX_BODY, true);

        @Override
        public String type() {
            return "catalog_message";
        }

        @Override
        public ObjectNode action() {
            var thumbnail = thumbnailProductId.map(id -> Json.object().put("thumbnail_product_retailer_id", id));
            return Json.set(Json.object().put("name", type()), "parameters", thumbnail);
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, RULE);
            found.text(
                    pointer + "/action/parameters/thumbnail_product_retailer_id",
                    "product_id",
                    thumbnailProductId,
                    255);
        }
    }
}
