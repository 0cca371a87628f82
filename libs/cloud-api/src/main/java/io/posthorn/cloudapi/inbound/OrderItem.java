package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.math.BigDecimal;
import java.util.Optional;

/** So many of a product at a price. */
public record OrderItem(String productId, long quantity, Optional<BigDecimal> price, Optional<String> currency) {

    static Optional<OrderItem> of(JsonNode json) {
        return Read.text(json, "product_retailer_id")
                .map(id -> new OrderItem(
                        id, Read.number(json, "quantity").orElse(1L), price(json), Read.text(json, "currency")));
    }

    private static Optional<BigDecimal> price(JsonNode json) {
        var price = json.path("item_price");
        if (price.isNumber()) {
            return Optional.of(price.decimalValue());
        }
        return Read.text(json, "item_price")
                .filter(text -> text.matches("-?\\d{1,15}(\\.\\d{1,6})?"))
                .map(BigDecimal::new);
    }
}
