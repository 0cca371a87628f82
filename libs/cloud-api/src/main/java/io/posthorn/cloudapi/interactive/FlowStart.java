package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;

/**
 * A button that opens a form of WhatsApp's. It starts at a screen of ours, or our endpoint says what comes first.
 *
 * @param draft true to try a flow that is not published
 */
public record FlowStart(Frame frame, Flow flow, String label, Optional<String> token, boolean draft, Opening opening)
        implements Interactive {
    public static final int MAX_LABEL = 30;
    private static final String VERSION = "3";

    public sealed interface Flow {
        record ById(String id) implements Flow {}

        record ByName(String name) implements Flow {}
    }

    public sealed interface Opening {
        /** The flow's own first screen. */
        record Usual() implements Opening {}

        /** This screen; data, where given, is not empty. */
        record Screen(String screen, Optional<ObjectNode> data) implements Opening {}

        /** What our endpoint answers. */
        record Endpoint() implements Opening {}
    }

    @Override
    public String type() {
        return "flow";
    }

    @Override
    public ObjectNode action() {
        var parameters = Json.object().put("flow_message_version", VERSION);
        switch (flow) {
            case Flow.ById(var id) -> parameters.put("flow_id", id);
            case Flow.ByName(var name) -> parameters.put("flow_name", name);
        }
        parameters.put("flow_cta", label);
        Json.put(parameters, "flow_token", token);
        parameters.put("mode", draft ? "draft" : "published");
        switch (opening) {
            case Opening.Usual() -> {}
            case Opening.Endpoint() -> parameters.put("flow_action", "data_exchange");
            case Opening.Screen(var screen, var data) ->
                parameters
                        .put("flow_action", "navigate")
                        .set("flow_action_payload", Json.set(Json.object().put("screen", screen), "data", data));
        }
        return Json.set(Json.object().put("name", "flow"), "parameters", parameters);
    }

    @Override
    public void check(Violations found, String pointer) {
        frame.check(found, pointer, Frame.Rule.USUAL);
        var place = pointer + "/action/parameters";
        switch (flow) {
            case Flow.ById(var id) -> found.id(place + "/flow_id", "flow_id", id);
            case Flow.ByName(var name) -> found.id(place + "/flow_name", "flow_name", name);
        }
        found.text(place + "/flow_cta", "flow_label", label, MAX_LABEL);
        found.text(place + "/flow_token", "flow_token", token, 1024);
        if (opening instanceof Opening.Screen(var screen, var data)) {
            found.id(place + "/flow_action_payload/screen", "flow_screen", screen);
            found.require(
                    data.filter(ObjectNode::isEmpty).isEmpty(),
                    place + "/flow_action_payload/data",
                    "flow_data_empty",
                    "Leave the data out when there is none");
        }
    }
}
