package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import java.util.Map;

/**
 * A message in the making: what is wished for, and where.
 *
 * @param origin the address by which the simulator is known
 */
record Writing(World world, BusinessNumber number, String customer, WriteMessage wish, String origin) {

    String type() {
        return wish.type;
    }

    /** The content that was given, for a type whose content is an object. */
    ObjectNode content() {
        return Wish.object(wish.content(), type());
    }

    /** The message to which this one is an answer; an empty text when none is named. */
    String quoted() {
        return wish.extra("context").path("id").asText("");
    }

    Inbound of(ObjectNode content) {
        return new Inbound(type(), content, Map.of());
    }

    /** Names our message, from the business, whoever the request said it was from. */
    ObjectNode context(String wamid) {
        return Json.object().put("from", number.digits()).put("id", wamid);
    }
}
