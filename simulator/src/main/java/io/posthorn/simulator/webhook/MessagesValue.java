package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;

/** The beginning that all {@code value}s of the field {@code messages} share. */
public final class MessagesValue {
    public static final String FIELD = "messages";

    private MessagesValue() {}

    public static ObjectNode begin(World world) {
        var value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", world.number().digits())
                .put("phone_number_id", world.number().id());
        return value;
    }
}
