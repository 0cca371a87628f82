package io.posthorn.simulator.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The usual form of a field's notices.
 *
 * @param value what all of them have; texts such as {@code {now}} are filled in
 * @param events what each event adds; empty for fields without events
 * @param choices the values that Meta knows, by the place where they stand
 */
record NoticeForm(About about, ObjectNode value, Map<String, ObjectNode> events, Map<String, List<String>> choices) {
    private static final String ANY_ENDING = "*";

    /** Whether a notice is about a number, an account, or has the envelope of messages. */
    enum About {
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("account")
        ACCOUNT,
        @JsonProperty("messages")
        MESSAGES
    }

    NoticeForm {
        events = events == null ? Map.of() : events;
        choices = choices == null ? Map.of() : choices;
    }

    /** The value for an event; the first of them when none is named. */
    ObjectNode of(String event) {
        var made = value.deepCopy();
        if (events.isEmpty()) {
            if (event != null) {
                throw ControlProblem.refused("invalid_value", "The field has no events");
            }
            return made;
        }
        var name = event == null ? events.keySet().iterator().next() : event;
        if (!events.containsKey(name)) {
            var names = String.join(", ", new TreeSet<>(events.keySet()));
            throw ControlProblem.refused("invalid_value", "event is one of " + names);
        }
        made.put("event", name);
        made.setAll(events.get(name).deepCopy());
        return made;
    }

    /** Fails when a value is none that Meta knows. */
    void check(ObjectNode made) {
        choices.forEach((place, known) -> {
            var given = made.at(place);
            if (given.isTextual() && known.stream().noneMatch(choice -> fits(choice, given))) {
                throw ControlProblem.refused(
                        "invalid_value", "%s is one of %s".formatted(place, String.join(", ", known)));
            }
        });
    }

    private static boolean fits(String choice, JsonNode given) {
        return choice.endsWith(ANY_ENDING)
                ? given.textValue().startsWith(choice.substring(0, choice.length() - 1))
                : choice.equals(given.textValue());
    }
}
