package io.posthorn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what the suite reports, and what customers have on their phones, with what really happened. */
final class Books {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Account account;
    private final SimulatedWorld world;
    private final Watch watch;
    private final List<Talk> talks;

    Books(Account account, SimulatedWorld world, Watch watch, List<Talk> talks) {
        this.account = account;
        this.world = world;
        this.watch = watch;
        this.talks = talks;
    }

    /** Each customer has exactly the one answer that was meant for them. */
    void comparePhones() {
        var meant = talks.stream()
                .collect(Collectors.toMap(
                        talk -> talk.customer().waId(),
                        talk -> List.of(talk.customer().answer())));
        var arrived = world.captures().stream()
                .collect(Collectors.groupingBy(
                        SimulatedWorld.Capture::to,
                        Collectors.mapping(SimulatedWorld.Capture::body, Collectors.toList())));
        if (!arrived.equals(meant)) {
            throw new DemoFailure("Customers should have %s, but have %s".formatted(meant, arrived));
        }
    }

    /** The audit log is a projection of events: it follows a moment later. Its hash chain must be whole. */
    Map<String, Long> compareAudit() {
        var expected = new TreeMap<>(Map.of(
                "user.registered", 1L,
                "session.started", 1L,
                "channel.connected", 1L,
                "conversation.opened", (long) talks.size(),
                "conversation.read", (long) talks.size()));
        watch.until(LIMIT, () -> difference("The audit log holds", expected, actions()));
        var chain = account.get("/api/v1/audit-logs/verify");
        if (!chain.path("valid").asBoolean()) {
            throw new DemoFailure("The audit log's hash chain is broken at entry " + chain.path("brokenAt"));
        }
        return expected;
    }

    Map<String, Long> compareDashboard() {
        long written = talks.stream()
                .mapToLong(talk -> talk.customer().writes().size())
                .sum();
        var expected = new LinkedHashMap<String, Long>();
        expected.put("messages received", written);
        expected.put("messages accepted", (long) talks.size());
        expected.put("messages read", (long) talks.size());
        expected.put("messages in any other status", 0L);
        expected.put("conversations", (long) talks.size());
        expected.put("contacts", (long) talks.size());
        expected.put("channels", 1L);
        expected.put("users", 1L);
        watch.until(
                LIMIT,
                () -> difference("The dashboard shows", expected, numbers(account.get("/api/v1/dashboard/stats"))));
        return expected;
    }

    private Map<String, Long> actions() {
        return account.all("/api/v1/audit-logs").stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.path("action").asText(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> numbers(JsonNode stats) {
        var messages = stats.path("messages");
        var numbers = new LinkedHashMap<String, Long>();
        numbers.put("messages received", messages.path("received").asLong());
        numbers.put("messages accepted", messages.path("accepted").asLong());
        numbers.put("messages read", messages.path("byStatus").path("read").asLong());
        numbers.put("messages in any other status", otherThanRead(messages.path("byStatus")));
        numbers.put("conversations", stats.path("conversations").path("opened").asLong());
        numbers.put("contacts", stats.path("contacts").asLong());
        numbers.put("channels", stats.path("channels").asLong());
        numbers.put("users", stats.path("users").asLong());
        return numbers;
    }

    private static long otherThanRead(JsonNode byStatus) {
        return byStatus.properties().stream()
                .filter(status -> !status.getKey().equals("read"))
                .mapToLong(status -> status.getValue().asLong())
                .sum();
    }

    private static Optional<String> difference(String what, Map<String, Long> expected, Map<String, Long> found) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("%s %s instead of %s".formatted(what, found, expected));
    }
}
