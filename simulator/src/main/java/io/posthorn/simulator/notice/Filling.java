package io.posthorn.simulator.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.customer.UserIds;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What takes the place of names in braces. */
final class Filling {
    private static final int SECONDS_OF_A_WEEK = 7 * 24 * 3600;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private final Map<String, Supplier<JsonNode>> values;

    private Filling(Map<String, Supplier<JsonNode>> values) {
        this.values = values;
    }

    static Filling of(World world, BusinessNumber number, String wabaId, String customer) {
        var nodes = JsonNodeFactory.instance;
        var now = world.clock().millis() / 1000;
        return new Filling(Map.ofEntries(
                Map.entry("{now}", () -> nodes.numberNode(now)),
                Map.entry("{nowText}", () -> nodes.textNode(Long.toString(now))),
                Map.entry("{week}", () -> nodes.numberNode(now + SECONDS_OF_A_WEEK)),
                Map.entry("{date}", () -> nodes.textNode(DATE.format(Instant.ofEpochSecond(now + SECONDS_OF_A_WEEK)))),
                Map.entry("{digits}", () -> nodes.textNode(number.digits())),
                Map.entry("{name}", () -> nodes.textNode(number.verifiedName())),
                Map.entry("{phoneNumberId}", () -> nodes.textNode(number.id())),
                Map.entry("{wabaId}", () -> nodes.textNode(wabaId)),
                Map.entry(
                        "{portfolioId}", () -> nodes.textNode(world.directory().portfolioId())),
                Map.entry("{appId}", () -> nodes.textNode(world.identity().appId())),
                Map.entry("{customer}", () -> nodes.textNode(customer)),
                Map.entry(
                        "{customerName}",
                        () -> nodes.textNode(Customers.of(world).name(customer))),
                Map.entry("{userId}", () -> nodes.textNode(UserIds.of(world).of(customer))),
                Map.entry("{wamid}", () -> nodes.textNode(world.nextMessageId(customer)))));
    }

    ObjectNode fill(ObjectNode form) {
        form.properties().forEach(property -> property.setValue(filled(property.getValue())));
        return form;
    }

    private JsonNode filled(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> fill(object);
            case ArrayNode array -> {
                for (var index = 0; index < array.size(); index++) {
                    array.set(index, filled(array.get(index)));
                }
                yield array;
            }
            default -> values.getOrDefault(node.asText(), () -> node).get();
        };
    }
}
