package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphRefusal;

/** What blocking several customers came to; with HTTP 400 as soon as one of them failed. */
final class BlockAnswer {
    private static final int BULK_FAILED = 139100;
    private static final int MOST = 1000;

    private final ObjectNode body = Json.object().put("messaging_product", "whatsapp");
    private final ArrayNode done;
    private final ArrayNode failed = Json.object().putArray("failed_users");

    /** @param list {@code added_users} or {@code removed_users} */
    BlockAnswer(String list) {
        this.done = body.putObject("block_users").putArray(list);
    }

    /** The customers that a call names. */
    static JsonNode users(GraphCall call) {
        var users = call.parameters().path("block_users");
        if (!users.isArray() || users.isEmpty() || users.size() > MOST) {
            throw GraphError.of(100, "The parameter block_users must be an array of 1 to %d users.".formatted(MOST))
                    .failure();
        }
        return users;
    }

    void done(String input, String customer) {
        done.addObject().put("input", input).put("wa_id", customer);
    }

    void failed(String input, String customer, int code, String details) {
        var user = failed.addObject().put("input", input);
        if (!customer.isEmpty()) {
            user.put("wa_id", customer);
        }
        var error = user.putArray("errors").addObject();
        error.put("message", GraphError.title(code)).put("code", code);
        error.putObject("error_data").put("details", details);
    }

    JsonNode answer() {
        if (failed.isEmpty()) {
            return body;
        }
        ((ObjectNode) body.get("block_users")).set("failed_users", failed);
        return new GraphRefusal(
                        GraphError.of(BULK_FAILED, "Failed to block/unblock users")
                                .withDetails("Some users failed, see the block_users response list for details"),
                        body)
                .asAnswer();
    }
}
