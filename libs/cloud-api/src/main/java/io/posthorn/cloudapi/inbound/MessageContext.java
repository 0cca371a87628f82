package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/**
 * What a message refers to.
 *
 * @param messageId the message that it answers
 * @param frequentlyForwarded more than five times
 * @param product the product whose "message business" button was tapped
 */
public record MessageContext(
        Optional<String> from,
        Optional<String> messageId,
        boolean forwarded,
        boolean frequentlyForwarded,
        Optional<Product> product) {
    public record Product(String catalogId, String productId) {}

    public static MessageContext of(JsonNode context) {
        var frequently = context.path("frequently_forwarded").asBoolean(false);
        var product = context.path("referred_product");
        return new MessageContext(
                Read.text(context, "from"),
                Read.text(context, "id"),
                frequently || context.path("forwarded").asBoolean(false),
                frequently,
                Read.text(product, "catalog_id").flatMap(catalog -> Read.text(product, "product_retailer_id")
                        .map(id -> new Product(catalog, id))));
    }

    @Override
    public String toString() {
        return "MessageContext[%s]".formatted(messageId.orElse("-"));
    }
}
