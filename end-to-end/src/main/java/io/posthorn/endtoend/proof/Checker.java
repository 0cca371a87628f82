package io.posthorn.endtoend.proof;

import io.posthorn.devstack.client.SimulatedWorld.Capture;
import io.posthorn.endtoend.proof.Evidence.Stored;
import io.posthorn.endtoend.proof.History.Accepted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what the clients of a workspace were told with what arrived at Meta, what is stored and what was counted. */
public final class Checker {
    private static final Set<String> FINAL =
            Set.of("sent", "delivered", "read", "played", "failed", "expired", "canceled", "unknown");
    private static final String BY_STATUS = "messages.status.";

    private final Evidence evidence;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(Evidence evidence) {
        this.evidence = evidence;
    }

    public static List<Violation> check(Evidence evidence) {
        var checker = new Checker(evidence);
        evidence.history().refusals().forEach(what -> checker.broken(Promise.REFUSED, what));
        checker.checkSent();
        checker.checkOrder();
        checker.checkReceived();
        checker.checkCounters();
        return checker.violations;
    }

    /** A call whose result was cut off may leave its message unknown, and nothing else may. */
    public static List<Violation> checkUnknown(List<Evidence> all, int cutOffCalls) {
        var unknown = all.stream().mapToInt(Checker::unknown).sum();
        return unknown <= cutOffCalls
                ? List.of()
                : List.of(new Violation(
                        Promise.TOO_OFTEN_UNKNOWN,
                        "%d messages are unknown, but only %d calls were cut off".formatted(unknown, cutOffCalls)));
    }

    public static int unknown(Evidence evidence) {
        return (int) evidence.sent().stream()
                .filter(message -> message.status().equals("unknown"))
                .count();
    }

    private void checkSent() {
        var accepted = evidence.history().accepted();
        var known = accepted.stream().map(Accepted::text).collect(Collectors.toSet());
        var atMeta = evidence.captures().stream()
                .collect(Collectors.toMap(Capture::body, Function.identity(), (one, other) -> one));
        Map<UUID, Stored> stored = evidence.sent().stream().collect(Collectors.toMap(Stored::id, Function.identity()));
        repeatedIn(evidence.captures().stream().map(Capture::body).toList())
                .forEach(text -> broken(Promise.DOUBLED, "arrived twice at Meta: " + text));
        repeatedIn(evidence.sent().stream().map(Stored::body).toList())
                .forEach(text -> broken(Promise.DOUBLED, "stored twice: " + text));
        atMeta.keySet().stream()
                .filter(text -> !known.contains(text))
                .forEach(text -> broken(Promise.INVENTED, "at Meta, and never accepted: " + text));
        evidence.sent().stream()
                .map(Stored::body)
                .filter(text -> !known.contains(text))
                .forEach(text -> broken(Promise.INVENTED, "stored, and never accepted: " + text));
        accepted.forEach(message -> checkSent(message, stored.get(message.messageId()), atMeta.get(message.text())));
    }

    private void checkSent(Accepted message, Stored stored, Capture capture) {
        var text = message.text();
        if (stored == null) {
            broken(Promise.LOST, "accepted, and not stored: " + text);
        } else if (!text.equals(stored.body())) {
            broken(Promise.MISREPORTED, "stored with another text: " + text);
        } else if (!FINAL.contains(stored.status())) {
            broken(Promise.LOST, "still %s (%s): %s".formatted(stored.status(), stored.reason(), text));
        } else if (stored.status().equals("unknown")) {
            checkUnknown(text, stored, capture);
        } else if (capture == null) {
            broken(Promise.MISREPORTED, "%s, but it is not at Meta: %s".formatted(stored.status(), text));
        } else if (!stored.status().equals(capture.status()) || !capture.wamid().equals(stored.wamid())) {
            broken(
                    Promise.MISREPORTED,
                    "%s as %s here, %s as %s at Meta: %s"
                            .formatted(stored.status(), stored.wamid(), capture.status(), capture.wamid(), text));
        }
    }

    /** Status webhooks prove what Meta has, so it is unknown only where Meta has nothing; and it says why. */
    private void checkUnknown(String text, Stored stored, Capture capture) {
        if (stored.reason() == null) {
            broken(Promise.MISREPORTED, "unknown without a reason: " + text);
        }
        if (capture != null) {
            broken(Promise.MISREPORTED, "unknown, though Meta has told of it: " + text);
        }
    }

    private void checkOrder() {
        var numberOf = evidence.history().accepted().stream()
                .collect(Collectors.toMap(Accepted::text, Accepted::number, (one, other) -> one));
        var last = new HashMap<String, Integer>();
        for (var capture : evidence.captures()) {
            var number = numberOf.get(capture.body());
            var before = number == null ? null : last.put(capture.to(), number);
            if (before != null && before > number) {
                broken(Promise.OVERTAKEN, "%s arrived after number %d".formatted(capture.body(), before));
            }
        }
    }

    private void checkReceived() {
        var wanted = new HashSet<>(evidence.history().written());
        var there = new HashSet<>(evidence.received());
        repeatedIn(evidence.received())
                .forEach(text -> broken(Promise.DOUBLED, "a customer's message is stored twice: " + text));
        wanted.stream()
                .filter(text -> !there.contains(text))
                .forEach(text -> broken(Promise.LOST, "a customer's message is not stored: " + text));
        there.stream()
                .filter(text -> !wanted.contains(text))
                .forEach(text -> broken(Promise.INVENTED, "received, but nobody wrote it: " + text));
    }

    /** The dashboard lives on events alone, so its figures are right when each was taken once. */
    private void checkCounters() {
        checkCounter("messages.accepted", evidence.sent().size());
        checkCounter("messages.received", evidence.received().size());
        var byStatus = evidence.sent().stream()
                .collect(Collectors.groupingBy(message -> BY_STATUS + message.status(), Collectors.counting()));
        var names = new TreeMap<>(byStatus);
        evidence.counters().keySet().stream()
                .filter(name -> name.startsWith(BY_STATUS))
                .forEach(name -> names.putIfAbsent(name, 0L));
        names.forEach(this::checkCounter);
    }

    private void checkCounter(String name, long truth) {
        var counted = evidence.counters().getOrDefault(name, 0L);
        if (counted != truth) {
            broken(Promise.COUNTED_WRONG, "%s is counted as %d and is %d".formatted(name, counted, truth));
        }
    }

    private void broken(Promise promise, String what) {
        violations.add(new Violation(promise, what));
    }

    private static List<String> repeatedIn(List<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
