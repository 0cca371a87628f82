package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.interactive.FlowStart;
import io.posthorn.cloudapi.interactive.Frame;

/** Reads buttons that open a form of WhatsApp's. */
final class Flows {
    private Flows() {}

    static FlowStart read(Fields fields, Frame frame) {
        if (!fields.word("flow_message_version").orElse("3").equals("3")) {
            fields.broken("flow_message_version", "flow_version", "The version is 3");
        }
        return new FlowStart(
                frame,
                flow(fields),
                fields.text("flow_cta"),
                fields.optional("flow_token"),
                draft(fields),
                opening(fields));
    }

    private static FlowStart.Flow flow(Fields fields) {
        var id = fields.word("flow_id");
        var name = fields.optional("flow_name");
        if (id.isPresent() && name.isPresent()) {
            fields.broken("flow_name", "flow_twice", "Name the flow by its id or by its name, not by both");
        }
        return name.<FlowStart.Flow>map(FlowStart.Flow.ByName::new)
                .orElseGet(() -> new FlowStart.Flow.ById(id.orElse(null)));
    }

    private static boolean draft(Fields fields) {
        var mode = fields.optional("mode").orElse("published");
        if (!mode.equals("published") && !mode.equals("draft")) {
            fields.broken("mode", "flow_mode", "A flow is published or draft");
        }
        return mode.equals("draft");
    }

    private static FlowStart.Opening opening(Fields fields) {
        var action = fields.optional("flow_action").orElse("navigate");
        var screen = fields.object("flow_action_payload", payload ->
                (FlowStart.Opening) new FlowStart.Opening.Screen(payload.text("screen"), payload.data("data")));
        return switch (action) {
            case "navigate" -> screen.orElseGet(FlowStart.Opening.Usual::new);
            case "data_exchange" -> {
                if (screen.isPresent()) {
                    fields.broken(
                            "flow_action_payload", "flow_payload_unexpected", "The endpoint says what comes first");
                }
                yield new FlowStart.Opening.Endpoint();
            }
            default -> {
                fields.broken("flow_action", "flow_action", "A flow starts by navigate or data_exchange");
                yield new FlowStart.Opening.Usual();
            }
        };
    }
}
