package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.hydration.Hydrated;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the world makes of a message's content.
 *
 * @param body its text, as the control API shows it
 * @param template the template with its variables filled in
 * @param held true when it waits until it is clear what customers think of the template
 * @param failure why it fails after all, although it is accepted
 */
public record Composition(String body, Optional<Hydrated> template, boolean held, Optional<LaterFailure> failure) {

    public static Composition of(String body) {
        return new Composition(body, Optional.empty(), false, Optional.empty());
    }

    public static Composition of(Hydrated template, boolean held) {
        return new Composition(template.body(), Optional.of(template), held, Optional.empty());
    }

    public Composition failing(LaterFailure reason) {
        return new Composition(body, template, held, Optional.of(reason));
    }

    /** What the answer says about the message besides its id; empty when that is for its type to say. */
    Optional<String> answeredStatus() {
        if (held) {
            return Optional.of("held_for_quality_assessment");
        }
        return failure.filter(LaterFailure.PAUSED::equals).map(paused -> "paused");
    }

    /** What the message counts as in Meta's prices. */
    public String category() {
        return template.map(each -> each.template().category().toLowerCase()).orElse("service");
    }

    /** The buttons of a template that answer with their payload. */
    public Stream<JsonNode> quickReplies() {
        return template.stream().flatMap(Hydrated::quickReplies);
    }

    public boolean isMarketing() {
        return category().equals("marketing");
    }

    ObjectNode templateJson() {
        return template.map(Hydrated::toJson).orElse(null);
    }
}
