package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What consists of nothing but what the customer gives: texts, places, contacts and orders. */
@ApplicationScoped
class InboundText implements InboundType {
    private static final Set<String> CONTACT_PARTS =
            Set.of("name", "phones", "emails", "urls", "addresses", "org", "birthday", "origin", "vcard");
    private static final int MOST_CONTACTS = 257;
    private static final int MOST_PRODUCTS = 1000;

    @Override
    public Set<String> names() {
        return Set.of("text", "location", "contacts", "order");
    }

    @Override
    public Inbound complete(Writing writing) {
        switch (writing.type()) {
            case "text" -> checkText(writing.content());
            case "location" -> checkLocation(writing.content());
            case "order" -> checkOrder(writing.content());
            default -> {
                Wish.filled(writing.wish().content(), "contacts", MOST_CONTACTS).forEach(InboundText::checkContact);
                return new Inbound("contacts", writing.wish().content(), Map.of());
            }
        }
        return writing.of(writing.content());
    }

    private static void checkText(ObjectNode text) {
        Wish.onlyKnown(text, "text", Set.of("body"));
        Wish.text(text.path("body"), "text.body");
    }

    private static void checkLocation(ObjectNode location) {
        Wish.onlyKnown(location, "location", Set.of("latitude", "longitude", "name", "address", "url"));
        Wish.number(location.path("latitude"), "location.latitude", -90, 90);
        Wish.number(location.path("longitude"), "location.longitude", -180, 180);
        List.of("name", "address", "url").forEach(part -> Wish.optional(location.path(part), "location." + part));
    }

    private static void checkContact(JsonNode value) {
        var contact = Wish.object(value, "contacts[]");
        Wish.onlyKnown(contact, "contacts[]", CONTACT_PARTS);
        var origin = contact.path("origin");
        if (!origin.isMissingNode()) {
            Wish.oneOf(origin, "contacts[].origin", List.of("contact_request", "other"));
        }
        if (contact.has("vcard") && !origin.asText().equals("other")) {
            throw Wish.wrong("contacts[].vcard comes with the origin other only");
        }
    }

    private static void checkOrder(ObjectNode order) {
        Wish.onlyKnown(order, "order", Set.of("catalog_id", "text", "product_items"));
        Wish.text(order.path("catalog_id"), "order.catalog_id");
        Wish.optional(order.path("text"), "order.text");
        Wish.filled(order.path("product_items"), "order.product_items", MOST_PRODUCTS)
                .forEach(item -> {
                    var product = Wish.object(item, "order.product_items[]");
                    Wish.text(product.path("product_retailer_id"), "product_retailer_id");
                    Wish.whole(product.path("quantity"), "quantity", 1);
                    Wish.number(product.path("item_price"), "item_price", 0, 1e12);
                    Wish.text(product.path("currency"), "currency");
                });
    }
}
