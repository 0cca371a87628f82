package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import java.util.List;

/**
 * Writes updates into one body. Meta does not promise how it groups them, so neither do we: the dice decide whether an
 * update joins the arrays of the change before it or becomes a change of its own.
 */
final class WebhookBatch {
    private static final double JOINING_RATE = 0.5;
    private static final List<String> ARRAYS = List.of("contacts", "messages", "statuses");

    private WebhookBatch() {}

    static ObjectNode body(World world, Destination destination, List<Update> updates) {
        var body = Json.object().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", destination.wabaId());
        if (destination.management()) {
            entry.put("time", world.clock().millis() / 1000);
        }
        var changes = entry.putArray("changes");
        Update before = null;
        for (var update : updates) {
            if (before != null
                    && mayJoin(before, update)
                    && world.dice().chance(JOINING_RATE, "join", update.subject())) {
                join((ObjectNode) changes.get(changes.size() - 1).get("value"), update.value());
            } else {
                // a copy, for a duplicated update must not share arrays with its twin
                changes.addObject()
                        .put("field", update.field())
                        .set("value", update.value().deepCopy());
            }
            before = update;
        }
        return body;
    }

    private static boolean mayJoin(Update before, Update update) {
        return update.field().equals("messages")
                && before.field().equals(update.field())
                && before.phoneNumberId().equals(update.phoneNumberId())
                && before.value().has("contacts") == update.value().has("contacts")
                && hasArrays(before)
                && hasArrays(update);
    }

    /** False for values that were made odd on purpose. */
    private static boolean hasArrays(Update update) {
        return ARRAYS.stream().map(update.value()::path).allMatch(array -> array.isMissingNode() || array.isArray());
    }

    private static void join(ObjectNode value, ObjectNode joining) {
        for (var name : ARRAYS) {
            if (joining.get(name) instanceof ArrayNode more) {
                value.withArray("/" + name).addAll(more);
            }
        }
    }
}
