package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** One to three buttons; a tap comes back with the button's id. */
public record ReplyButtons(Frame frame, List<Button> buttons) implements Interactive {
    public static final int MAX_BUTTONS = 3;
    public static final int MAX_TITLE = 20;
    public static final int MAX_ID = 256;

    public record Button(String id, String title) {
        ObjectNode toJson() {
            var reply = Json.object().put("id", id).put("title", title);
            return Json.set(Json.object().put("type", "reply"), "reply", reply);
        }
    }

    public ReplyButtons {
        buttons = List.copyOf(buttons);
    }

    @Override
    public String type() {
        return "button";
    }

    @Override
    public ObjectNode action() {
        return Json.set(Json.object(), "buttons", Json.array(buttons, Button::toJson));
    }

    @Override
    public void check(Violations found, String pointer) {
        frame.check(found, pointer, Frame.Rule.USUAL);
        var place = pointer + "/action/buttons";
        found.count(place, "buttons", buttons.size(), 1, MAX_BUTTONS);
        for (var index = 0; index < buttons.size(); index++) {
            var button = buttons.get(index);
            var reply = "%s/%d/reply".formatted(place, index);
            found.text(reply + "/id", "button_id", button.id(), MAX_ID);
            found.text(reply + "/title", "button_title", button.title(), MAX_TITLE);
            found.require(
                    button.id() == null || button.id().equals(button.id().strip()),
                    reply + "/id",
                    "button_id_spaces",
                    "An id neither starts nor ends with a space");
        }
        found.unique(place, "button_id", buttons.stream().map(Button::id).toList());
        found.unique(place, "button_title", buttons.stream().map(Button::title).toList());
    }
}
