package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;

/** The beginning that all {@code value}s of the field {@code messages} share. */
public final class MessagesValue {
    public static final String FIELD = "messages";

    private MessagesValue() {}

    /** Of one number; of one that the world does not know, what a world begins with stands in for it. */
    public static ObjectNode begin(World world, String phoneNumberId) {
        var number = world.directory().number(phoneNumberId).orElseGet(world::number);
        var value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", number.digits()).put("phone_number_id", number.id());
        return value;
    }
}
