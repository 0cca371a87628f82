package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.client.SimulatedWorld.Capture;
import io.posthorn.endtoend.chaos.History.Accepted;
import io.posthorn.endtoend.chaos.History.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares what clients were told with what arrived at Meta and with what is stored. */
final class Checker {
    private static final Set<String> FINAL =
            Set.of("sent", "delivered", "read", "played", "failed", "expired", "canceled", "unknown");
    private static final String OUTBOUND = """
            select id, status, status_reason, wamid, content ->> 'body' as body from messaging.message
            where workspace_id = ? and direction = 'outbound'""";
    private static final String INBOUND =
            "select content ->> 'body' from messaging.message where workspace_id = ? and direction = 'inbound'";

    private record Stored(UUID id, String status, String reason, String wamid, String body) {}

    private final History history;
    private final Database database;
    private final List<String> violations = new ArrayList<>();
    private int unknown;
    private int captured;

    Checker(History history, Database database) {
        this.history = history;
        this.database = database;
    }

    /** Everything that is not as it was promised; nothing, when all is. */
    List<String> check(List<Workspace> workspaces, int cutOffCalls) throws SQLException {
        violations.addAll(history.refusals());
        for (var workspace : workspaces) {
            checkSent(workspace);
            checkReceived(workspace);
        }
        if (unknown > cutOffCalls) {
            violations.add("%d messages are unknown, but only %d calls were cut off".formatted(unknown, cutOffCalls));
        }
        return violations;
    }

    int unknown() {
        return unknown;
    }

    int captured() {
        return captured;
    }

    private void checkSent(Workspace workspace) throws SQLException {
        var accepted = history.acceptedOf(workspace);
        var stored = database
                .list(
                        OUTBOUND,
                        row -> new Stored(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        workspace.account().workspaceId())
                .stream()
                .collect(Collectors.toMap(Stored::id, message -> message));
        var captures = workspace.world().captures();
        captured += captures.size();
        repeatedIn(captures.stream().map(Capture::body).toList())
                .forEach(text -> violations.add("Arrived twice at Meta: " + text));
        repeatedIn(stored.values().stream().map(Stored::body).toList())
                .forEach(text -> violations.add("Stored twice: " + text));
        var atMeta =
                captures.stream().collect(Collectors.toMap(Capture::body, capture -> capture, (one, other) -> one));
        accepted.forEach(message -> checkSent(message, stored.get(message.messageId()), atMeta.get(message.text())));
        checkOrder(accepted, captures);
        var known = accepted.stream().map(Accepted::text).collect(Collectors.toSet());
        captures.stream()
                .map(Capture::body)
                .filter(text -> !known.contains(text))
                .forEach(text -> violations.add("At Meta, but never accepted: " + text));
    }

    private void checkSent(Accepted message, Stored stored, Capture capture) {
        if (stored == null) {
            violations.add("Accepted and not stored: " + message.text());
        } else if (!message.text().equals(stored.body())) {
            violations.add("Stored with another text: " + message.text());
        } else if (!FINAL.contains(stored.status())) {
            violations.add("Still %s (%s): %s".formatted(stored.status(), stored.reason(), message.text()));
        } else if (stored.status().equals("unknown")) {
            checkUnknown(message, stored, capture);
        } else if (capture == null) {
            violations.add("%s, but it is not at Meta: %s".formatted(stored.status(), message.text()));
        } else if (!stored.status().equals(capture.status()) || !capture.wamid().equals(stored.wamid())) {
            violations.add("%s as %s here, %s as %s at Meta: %s"
                    .formatted(stored.status(), stored.wamid(), capture.status(), capture.wamid(), message.text()));
        }
    }

    /** Its status webhooks prove what Meta has, so it is unknown only where Meta has nothing; and it says why. */
    private void checkUnknown(Accepted message, Stored stored, Capture capture) {
        unknown++;
        if (stored.reason() == null) {
            violations.add("Unknown without a reason: " + message.text());
        }
        if (capture != null) {
            violations.add("Unknown, though Meta has told of it: " + message.text());
        }
    }

    /** Captures come in the order of their arrival. */
    private void checkOrder(List<Accepted> accepted, List<Capture> captures) {
        var numberOf = accepted.stream().collect(Collectors.toMap(Accepted::text, Accepted::number));
        var last = new HashMap<String, Integer>();
        for (var capture : captures) {
            var number = numberOf.get(capture.body());
            var before = number == null ? null : last.put(capture.to(), number);
            if (before != null && before > number) {
                violations.add("Overtaken: %s arrived after number %d".formatted(capture.body(), before));
            }
        }
    }

    private void checkReceived(Workspace workspace) throws SQLException {
        var stored = database.list(
                INBOUND, row -> row.getString(1), workspace.account().workspaceId());
        repeatedIn(stored).forEach(text -> violations.add("A customer's message is stored twice: " + text));
        var wanted = new HashSet<String>();
        workspace.customers().forEach(customer -> wanted.add(Workspace.greeting(customer)));
        history.writtenTo(workspace).stream().map(Written::text).forEach(wanted::add);
        var there = new HashSet<>(stored);
        wanted.stream().filter(text -> !there.contains(text)).forEach(text -> violations.add("Not received: " + text));
        there.stream()
                .filter(text -> !wanted.contains(text))
                .forEach(text -> violations.add("Received, but nobody wrote it: " + text));
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
