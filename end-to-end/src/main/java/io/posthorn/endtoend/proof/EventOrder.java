package io.posthorn.endtoend.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was written into an outbox against what is on Kafka. */
public final class EventOrder {
    public record Event(String topic, String key, String id) {
        String aggregate() {
            return topic + "/" + key;
        }
    }

    private EventOrder() {}

    /** Missing events, and aggregates whose events came in another order than they were written. Repetitions are allowed. */
    public static List<Violation> violations(List<Event> written, List<Event> published) {
        var violations = new ArrayList<Violation>();
        var ids = published.stream().map(Event::id).collect(Collectors.toSet());
        written.stream()
                .filter(event -> !ids.contains(event.id()))
                .forEach(event -> violations.add(new Violation(
                        Promise.EVENT_MISSING, "%s of %s is not on Kafka".formatted(event.id(), event.aggregate()))));
        var wanted = byAggregate(
                written.stream().filter(event -> ids.contains(event.id())).toList());
        byAggregate(published).forEach((aggregate, events) -> {
            if (wanted.containsKey(aggregate) && !events.equals(wanted.get(aggregate))) {
                violations.add(new Violation(
                        Promise.EVENT_OVERTAKEN,
                        "those of %s were written as %s and are on Kafka as %s"
                                .formatted(aggregate, wanted.get(aggregate), events)));
            }
        });
        return violations;
    }

    /** First occurrences only. */
    private static Map<String, List<String>> byAggregate(List<Event> events) {
        var seen = new HashSet<String>();
        var lists = new HashMap<String, List<String>>();
        events.stream().filter(event -> seen.add(event.id())).forEach(event -> lists.computeIfAbsent(
                        event.aggregate(), key -> new ArrayList<>())
                .add(event.id()));
        return lists;
    }
}
