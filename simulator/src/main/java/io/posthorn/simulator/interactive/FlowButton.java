package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** A button that opens a flow, by its id or by its name. */
final class FlowButton {
    private static final int LONGEST = 1000;
    private static final int LONGEST_LABEL = 30;

    private FlowButton() {}

    static void check(Content action) {
        action.oneOf("name", Set.of("flow"));
        var parameters = action.object("parameters");
        parameters.oneOf("flow_message_version", Set.of("3"));
        checkFlow(parameters);
        checkLabel(parameters);
        parameters.optionalText("flow_token", LONGEST);
        parameters.optionalOneOf("mode", Set.of("published", "draft"));
        checkPayload(parameters);
    }

    private static void checkFlow(Content parameters) {
        var id = parameters.optionalText("flow_id", LONGEST);
        var name = parameters.optionalText("flow_name", LONGEST);
        if (id.isEmpty() && name.isEmpty()) {
            throw parameters.missing("flow_id");
        }
        if (id.isPresent() && name.isPresent()) {
            throw parameters.invalid("flow_id and flow_name exclude each other");
        }
    }

    private static void checkLabel(Content parameters) {
        var label = parameters.text("flow_cta", LONGEST_LABEL);
        if (label.codePoints().anyMatch(Character::isEmojiPresentation)) {
            throw parameters.invalid("%s must not contain emoji".formatted(parameters.at("flow_cta")));
        }
    }

    private static void checkPayload(Content parameters) {
        var navigates = parameters
                .optionalOneOf("flow_action", Set.of("navigate", "data_exchange"))
                .orElse("navigate")
                .equals("navigate");
        var payload = parameters.optionalObject("flow_action_payload");
        if (payload.isPresent() && !navigates) {
            throw parameters.invalid("flow_action_payload goes with the flow_action navigate only");
        }
        payload.ifPresent(FlowButton::checkPayloadOfNavigation);
    }

    private static void checkPayloadOfNavigation(Content payload) {
        payload.text("screen", LONGEST);
        payload.optionalObject("data").ifPresent(data -> {
            if (data.node().isEmpty()) {
                throw payload.invalid("%s must not be empty".formatted(payload.at("data")));
            }
        });
    }
}
