package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.inbound.SentContents.SentContent;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Set;

/** {@code call_permission_reply}: whether the business may call; a permission lasts for a week unless told otherwise. */
final class CallPermission {
    private static final String EXPIRY = "expiration_timestamp";
    private static final String SOURCE = "response_source";
    private static final int SECONDS_OF_A_WEEK = 7 * 24 * 3600;

    private CallPermission() {}

    static ObjectNode of(World world, SentContent message, ObjectNode given) {
        Wish.onlyKnown(given, "call_permission_reply", Set.of("response", EXPIRY, SOURCE));
        if (!message.content().path("type").asText().equals("call_permission_request")
                && !message.type().equals("template")) {
            throw ControlProblem.refused("no_such_button", "The message does not ask for calls");
        }
        var response = Wish.oneOf(given.path("response"), "response", List.of("accept", "reject"));
        var reply = Json.object().put("response", response);
        if (given.has(EXPIRY)) {
            Wish.whole(given.path(EXPIRY), EXPIRY, 0);
            reply.set(EXPIRY, given.path(EXPIRY));
        } else if (response.equals("accept")) {
            reply.put(EXPIRY, world.clock().millis() / 1000 + SECONDS_OF_A_WEEK);
        }
        return reply.put(SOURCE, Wish.optional(given.path(SOURCE), SOURCE).orElse("user_action"));
    }
}
