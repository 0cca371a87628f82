package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.proof.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A tenant with one number, and customers (by their WhatsApp ids) who have written, so that they can be answered. */
record Workspace(String name, Account account, SimulatedWorld world, List<String> customers, History history) {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> SCOPES = List.of("messages:read", "messages:write");
    private static final int UNDELIVERABLE = 131026;

    static Workspace open(Stack stack, String name, int customers) throws InterruptedException {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), name);
        account.connect(world, name);
        var people = IntStream.range(0, customers)
                .mapToObj(number -> "1415555" + (1000 + number))
                .toList();
        var history = new History();
        people.forEach(person -> {
            var greeting = "greeting of " + person;
            world.write(person, "Customer " + person, greeting);
            history.written(greeting);
        });
        Patience.until(
                "the conversations of " + name,
                PATIENCE,
                () -> account.all("/api/v1/conversations").size() == customers);
        return new Workspace(name, account.withCredential(key(account)), world, people, history);
    }

    /** Programs send with a key; a person's token would not outlive a long run. */
    private static String key(Account account) {
        return account.post("/api/v1/api-keys", Map.of("name", "Chaos", "role", "agent", "scopes", SCOPES))
                .expect(201)
                .body()
                .path("key")
                .asText();
    }

    /** As Meta is on ordinary days: some webhooks come twice, late or in another order, some messages fail in the end. */
    void beOrdinary() {
        world.fault(Map.of("kind", "webhook-duplicate", "probability", 0.05));
        world.fault(Map.of("kind", "webhook-reorder", "probability", 0.05, "delayMillis", 500));
        world.fault(Map.of("kind", "webhook-delay", "probability", 0.05, "delayMillis", 1_500));
        world.fault(Map.of("kind", "fail-later", "probability", 0.03, "code", UNDELIVERABLE));
    }
}
