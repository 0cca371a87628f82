package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Set;

/** Completes what customers are told to write by what only the simulator knows: buttons that were sent, media. */
@ApplicationScoped
class InboundMessages {
    private static final String BUTTON = "button";
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");

    private final SentButtons buttons;
    private final InboundMedia media;

    InboundMessages(SentButtons buttons, InboundMedia media) {
        this.buttons = buttons;
        this.media = media;
    }

    /** @param origin the address by which the simulator is known */
    Inbound complete(World world, String customer, WriteMessage writing, String origin) {
        if (writing.type.equals(BUTTON)) {
            return press(world, customer, writing);
        }
        var content = MEDIA.contains(writing.type)
                ? media.complete(world, writing.type, writing.content(), origin)
                : writing.content();
        return new Inbound(writing.type, content, writing.extras(), writing.name());
    }

    /** The context names our message, from the business, whoever the request said it was from. */
    Inbound press(World world, String wamid, JsonNode button, WriteMessage writing) {
        var content = Json.object()
                .put("payload", button.path("payload").asText())
                .put("text", button.path("text").asText());
        var extras = new HashMap<>(writing.extras());
        extras.put("context", context(world, wamid));
        return new Inbound(BUTTON, content, extras, writing.name());
    }

    private Inbound press(World world, String customer, WriteMessage writing) {
        var wamid = writing.extras()
                .getOrDefault("context", Json.object())
                .path("id")
                .asText("");
        if (wamid.isEmpty()) {
            throw ControlProblem.malformed("context.id says which message the button belongs to");
        }
        var button = buttons.find(world, customer, wamid, writing.content())
                .orElseThrow(() -> ControlProblem.refused(
                        "no_such_button", "The customer has not been sent such a button with " + wamid));
        return press(world, wamid, button, writing);
    }

    private static ObjectNode context(World world, String wamid) {
        return Json.object().put("from", world.number().digits()).put("id", wamid);
    }
}
