package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.inbound.SentContents.SentContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code interactive}: an answer to controls that were sent. It is given as webhooks have it, or in short by {@code button}
 * or {@code row}, each with any of {@code id} and {@code title}.
 */
@ApplicationScoped
class InboundInteractive implements InboundType {
    private static final String INTERACTIVE = "interactive";
    private static final List<String> KINDS =
            List.of("button_reply", "list_reply", "nfm_reply", "call_permission_reply");

    private final SentContents sent;

    InboundInteractive(SentContents sent) {
        this.sent = sent;
    }

    @Override
    public Set<String> names() {
        return Set.of(INTERACTIVE);
    }

    @Override
    public Inbound complete(Writing writing) {
        var wamid = writing.quoted();
        if (wamid.isEmpty()) {
            throw ControlProblem.malformed("context.id says which message is answered");
        }
        var message = sent.find(writing.world(), writing.customer(), wamid)
                .orElseThrow(
                        () -> ControlProblem.refused("no_such_message", "The customer has not been sent " + wamid));
        var wish = wish(writing);
        var kind = Wish.oneOf(wish.path("type"), "interactive.type", KINDS);
        var given = Wish.object(wish.path(kind), "interactive." + kind);
        var reply =
                switch (kind) {
                    case "button_reply" -> chosen(buttons(message), given, wamid);
                    case "list_reply" -> chosen(rows(message), given, wamid);
                    case "nfm_reply" -> FormReply.of(message, given);
                    default -> CallPermission.of(writing.world(), message, given);
                };
        var content = Json.object().put("type", kind);
        content.set(kind, reply);
        return new Inbound(INTERACTIVE, content, Map.of("context", writing.context(wamid)));
    }

    private static ObjectNode wish(Writing writing) {
        var button = writing.wish().extra("button");
        var row = writing.wish().extra("row");
        if (!button.isMissingNode()) {
            return shorthand("button_reply", button);
        }
        return row.isMissingNode() ? writing.content() : shorthand("list_reply", row);
    }

    private static ObjectNode shorthand(String kind, JsonNode given) {
        var wish = Json.object().put("type", kind);
        wish.set(kind, given);
        return wish;
    }

    private static Stream<JsonNode> buttons(SentContent message) {
        return message.content().path("action").path("buttons").valueStream().map(button -> button.path("reply"));
    }

    private static Stream<JsonNode> rows(SentContent message) {
        return message.content().path("action").path("sections").valueStream().flatMap(section -> section.path("rows")
                .valueStream());
    }

    /** The first control with the wished id and title. */
    private static ObjectNode chosen(Stream<JsonNode> controls, ObjectNode given, String wamid) {
        Wish.onlyKnown(given, "The answer", Set.of("id", "title", "description"));
        return controls.filter(
                        control -> Stream.of("id", "title").filter(given::has).allMatch(name -> control.path(name)
                                .equals(given.path(name))))
                .findFirst()
                .map(control -> ((ObjectNode) control).deepCopy())
                .orElseThrow(() -> ControlProblem.refused(
                        "no_such_button", "The customer has not been sent such a control with " + wamid));
    }
}
