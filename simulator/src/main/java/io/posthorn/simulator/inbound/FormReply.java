package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.inbound.SentContents.SentContent;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** {@code nfm_reply}: a flow or an address form that was filled in; {@code response} is the form as an object. */
final class FormReply {
    private static final String FLOW = "flow";
    private static final String ADDRESS = "address_message";

    private FormReply() {}

    static ObjectNode of(SentContent message, ObjectNode given) {
        Wish.onlyKnown(given, "nfm_reply", Set.of("name", "body", "response", "response_json"));
        var name = name(message);
        return Json.object()
                .put("name", name)
                .put("body", Wish.optional(given.path("body"), "nfm_reply.body").orElse("Sent"))
                .put("response_json", response(message, given, name));
    }

    private static String name(SentContent message) {
        var kind = message.content().path("type").asText();
        if (kind.equals(ADDRESS)) {
            return ADDRESS;
        }
        if (kind.equals(FLOW)
                || message.type().equals("template") && !flowButton(message).isMissingNode()) {
            return FLOW;
        }
        throw ControlProblem.refused("no_such_button", "The message has no form to fill in");
    }

    private static String response(SentContent message, ObjectNode given, String name) {
        if (given.has("response_json")) {
            return parsed(Wish.text(given.path("response_json"), "nfm_reply.response_json"));
        }
        var response = Wish.object(given.path("response"), "nfm_reply.response").deepCopy();
        if (name.equals(FLOW) && !response.has("flow_token")) {
            response.put("flow_token", token(message));
        }
        return new String(Json.bytes(response), StandardCharsets.UTF_8);
    }

    private static String parsed(String json) {
        try {
            Json.MAPPER.readTree(json);
            return json;
        } catch (JsonProcessingException notJson) {
            throw Wish.wrong("nfm_reply.response_json is JSON as a text");
        }
    }

    private static String token(SentContent message) {
        var parameters = message.content().path("action").path("parameters");
        var button = flowButton(message).path("parameters").path(0).path("action");
        return parameters.path("flow_token").asText(button.path("flow_token").asText("unused"));
    }

    private static JsonNode flowButton(SentContent message) {
        return message.content()
                .path("components")
                .valueStream()
                .filter(component -> component.path("sub_type").asText().equalsIgnoreCase(FLOW))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
