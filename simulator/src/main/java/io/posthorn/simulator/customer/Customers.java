package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customers of one world and what they wrote to its number. */
public final class Customers {
    private static final int MOST_CUSTOMERS = 100_000;
    private static final int MOST_MESSAGES = 20_000;
    private static final int MOST_UNREAD = 500;
    private static final long WINDOW_MILLIS = 24L * 3600 * 1000;
    private static final int USER_ID_DIGITS = 18;

    private final World world;
    private final Map<String, Correspondence> threads = new HashMap<>();
    private final Map<String, CustomerMessage> messages = new LinkedHashMap<>();

    private Customers(World world) {
        this.world = world;
    }

    public static Customers of(World world) {
        return world.part(Customers.class, () -> new Customers(world));
    }

    /** True while free-form messages may go to the customer. */
    public synchronized boolean isWindowOpen(String customer) {
        var thread = threads.get(customer);
        return thread != null && world.clock().millis() - thread.lastWritten < WINDOW_MILLIS;
    }

    /** How webhooks describe the customer. */
    public ObjectNode contact(String customer) {
        var contact = Json.object();
        contact.putObject("profile").put("name", name(customer));
        return contact.put("wa_id", customer);
    }

    /** The business-scoped user id of the customer. */
    public String userId(String customer) {
        return CallingCodes.country(customer) + "." + world.dice().digits(USER_ID_DIGITS, "user id", customer);
    }

    /** Marks the message and all earlier ones of its thread as read; false when nobody ever wrote it. */
    public synchronized boolean markRead(String wamid) {
        var message = messages.get(wamid);
        if (message == null) {
            return false;
        }
        var unread = threads.get(message.customer()).unread;
        if (unread.contains(message)) {
            var now = world.clock().now().toString();
            CustomerMessage read;
            do {
                read = unread.poll();
                read.readAt(now);
            } while (read != message);
        }
        return true;
    }

    synchronized void wrote(CustomerMessage message, Optional<String> name) {
        var thread = threads.computeIfAbsent(message.customer(), ignored -> newThread());
        name.ifPresent(given -> thread.name = given);
        thread.lastWritten = world.clock().millis();
        thread.unread.add(message);
        if (thread.unread.size() > MOST_UNREAD) {
            thread.unread.poll();
        }
        messages.put(message.wamid(), message);
        if (messages.size() > MOST_MESSAGES) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    synchronized List<CustomerMessage> writtenBy(String customer) {
        return messages.values().stream()
                .filter(message -> message.customer().equals(customer))
                .toList();
    }

    private synchronized String name(String customer) {
        var thread = threads.get(customer);
        return thread == null || thread.name == null
                ? "Customer " + customer.substring(Math.max(0, customer.length() - 4))
                : thread.name;
    }

    private Correspondence newThread() {
        if (threads.size() >= MOST_CUSTOMERS) {
            throw ControlProblem.full("The world already has %d customers".formatted(MOST_CUSTOMERS));
        }
        return new Correspondence();
    }

    private static final class Correspondence {
        private final Deque<CustomerMessage> unread = new ArrayDeque<>();
        private String name;
        private long lastWritten;
    }
}
