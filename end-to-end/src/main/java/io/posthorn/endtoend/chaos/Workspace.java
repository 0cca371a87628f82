package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A tenant with one number, and customers (by their WhatsApp ids) who have written, so that they can be answered. */
record Workspace(String name, Account account, SimulatedWorld world, List<String> customers) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Workspace open(Stack stack, String name, int customers) throws InterruptedException {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), name);
        account.connect(world, name);
        var people = IntStream.range(0, customers)
                .mapToObj(number -> "1415555" + (1000 + number))
                .toList();
        people.forEach(person -> world.write(person, "Customer " + person, greeting(person)));
        Patience.until(
                "the conversations of " + name,
                PATIENCE,
                () -> account.all("/api/v1/conversations").size() == customers);
        return new Workspace(name, account, world, people);
    }

    static String greeting(String customer) {
        return "greeting of " + customer;
    }
}
