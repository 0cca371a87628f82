package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code button}: a quick reply of a template, chosen by any of {@code index}, {@code payload} and {@code text}. */
@ApplicationScoped
class InboundButton implements InboundType {
    private static final String BUTTON = "button";
    private static final List<String> WISHES = List.of("index", "payload", "text");

    private final SentContents sent;

    InboundButton(SentContents sent) {
        this.sent = sent;
    }

    @Override
    public Set<String> names() {
        return Set.of(BUTTON);
    }

    @Override
    public Inbound complete(Writing writing) {
        var wamid = writing.quoted();
        if (wamid.isEmpty()) {
            throw ControlProblem.malformed("context.id says which message the button belongs to");
        }
        var wish = writing.content();
        return sent.find(writing.world(), writing.customer(), wamid).stream()
                .flatMap(message -> message.quickReplies().stream())
                .filter(button -> fits(button, wish))
                .findFirst()
                .map(button -> press(writing, wamid, button))
                .orElseThrow(() -> ControlProblem.refused(
                        "no_such_button", "The customer has not been sent such a button with " + wamid));
    }

    static Inbound press(Writing writing, String wamid, JsonNode button) {
        var content = Json.object()
                .put("payload", button.path("payload").asText())
                .put("text", button.path("text").asText());
        return new Inbound(BUTTON, content, Map.of("context", writing.context(wamid)));
    }

    private static boolean fits(JsonNode button, JsonNode wish) {
        return WISHES.stream().filter(wish::has).allMatch(name -> button.path(name)
                .asText()
                .equals(wish.path(name).asText()));
    }
}
