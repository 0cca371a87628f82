package io.posthorn.simulator.customer;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.world.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The customers of one world and what they wrote to its numbers. */
public final class Customers {
    private static final int MOST_CUSTOMERS = 100_000;
    private static final int MOST_MESSAGES = 20_000;
    private static final int KEY_DIGITS = 30;

    private final World world;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<String, CustomerMessage> messages = new LinkedHashMap<>();

    private Customers(World world) {
        this.world = world;
    }

    public static Customers of(World world) {
        return world.part(Customers.class, () -> new Customers(world));
    }

    /** True while free-form messages may go from the number to the customer. */
    public boolean isWindowOpen(String phoneNumberId, String customer) {
        return is(phoneNumberId, customer, with -> with.isWindowOpen(now()));
    }

    /** True while everything is free, for the customer came by an ad. */
    public boolean isFreeEntryOpen(String phoneNumberId, String customer) {
        return is(phoneNumberId, customer, with -> with.isFreeEntryOpen(now()));
    }

    /** True when the customer does not want marketing from the number; it fails with 131050. */
    public boolean hasStoppedMarketing(String phoneNumberId, String customer) {
        return is(phoneNumberId, customer, Correspondence::hasStoppedMarketing);
    }

    /** The business sent something to the customer's phone number, or to the user id alone. */
    public synchronized void wereSent(String phoneNumberId, String customer, boolean toPhone) {
        if (toPhone) {
            Disclosure.of(world).show(world, phoneNumberId, customer);
        }
        find(customer, phoneNumberId).ifPresent(with -> with.answered(now()));
    }

    /** Takes the customer out of the portfolio's contact book, which tells their phone number. */
    public void forgetContact(String customer) {
        Disclosure.of(world).keepInContactBook(customer, false);
    }

    /** How webhooks of the number speak of the customer. */
    public ContactCard card(String phoneNumberId, String customer) {
        return ContactCard.of(world, phoneNumberId, customer);
    }

    public synchronized String name(String customer) {
        return Optional.ofNullable(customers.get(customer))
                .flatMap(Customer::name)
                .orElseGet(() -> "Customer " + customer.substring(Math.max(0, customer.length() - 4)));
    }

    public synchronized Optional<String> username(String customer) {
        return Optional.ofNullable(customers.get(customer)).flatMap(Customer::username);
    }

    /** The hash that says who holds the phone; it changes when WhatsApp is installed anew. */
    public synchronized String identityKeyHash(String customer) {
        var changes = Optional.ofNullable(customers.get(customer))
                .map(Customer::identity)
                .orElse(0);
        return world.dice().digits(KEY_DIGITS, "identity " + changes, customer);
    }

    /** Marks the message and all earlier ones of its thread as read; false when nobody ever wrote it. */
    public synchronized boolean markRead(String wamid) {
        var message = messages.get(wamid);
        if (message == null) {
            return false;
        }
        find(message.customer(), message.phoneNumberId())
                .ifPresent(with -> with.markRead(message, world.clock().now().toString()));
        return true;
    }

    public synchronized Optional<CustomerMessage> message(String wamid) {
        return Optional.ofNullable(messages.get(wamid));
    }

    /** Keeps a message; {@code isReferred} when it came by an ad. */
    public synchronized void wrote(CustomerMessage message, boolean opensWindow, boolean isReferred) {
        if (username(message.customer()).isEmpty()
                || Disclosure.of(world).holds(world, message.phoneNumberId(), message.customer())) {
            Disclosure.of(world).show(world, message.phoneNumberId(), message.customer());
        }
        known(message.customer())
                .opened(message.phoneNumberId())
                .wrote(message, opensWindow, isReferred, world.clock().millis());
        if (message.type().equals("revoke") && messages.containsKey(message.original())) {
            messages.get(message.original()).delete();
        }
        messages.put(message.wamid(), message);
        if (messages.size() > MOST_MESSAGES) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    /** A call opens the window as a message does. */
    public synchronized void called(String phoneNumberId, String customer) {
        known(customer).opened(phoneNumberId).called(now());
    }

    public synchronized void name(String customer, String name) {
        known(customer).isCalled(name);
    }

    public synchronized void changeIdentity(String customer) {
        known(customer).changeIdentity();
    }

    /** The customer goes on under another number; everything else stays. */
    public synchronized void move(String customer, String to) {
        if (customers.containsKey(to)) {
            throw ControlProblem.refused("number_taken", "%s is a customer already".formatted(to));
        }
        customers.put(to, known(customer));
        customers.remove(customer);
    }

    synchronized void adopt(String customer, Optional<String> username) {
        known(customer).adopt(username);
    }

    public synchronized void stopMarketing(String phoneNumberId, String customer, boolean stopped) {
        known(customer).opened(phoneNumberId).stopMarketing(stopped);
    }

    synchronized List<CustomerMessage> writtenBy(String customer) {
        return messages.values().stream()
                .filter(message -> message.customer().equals(customer))
                .toList();
    }

    private synchronized boolean is(String phoneNumberId, String customer, Predicate<Correspondence> rule) {
        return find(customer, phoneNumberId).filter(rule).isPresent();
    }

    private Optional<Correspondence> find(String customer, String phoneNumberId) {
        return Optional.ofNullable(customers.get(customer)).flatMap(known -> known.with(phoneNumberId));
    }

    private Customer known(String customer) {
        if (customers.size() >= MOST_CUSTOMERS && !customers.containsKey(customer)) {
            throw ControlProblem.full("The world already has %d customers".formatted(MOST_CUSTOMERS));
        }
        return customers.computeIfAbsent(customer, ignored -> new Customer());
    }

    private long now() {
        return world.clock().millis();
    }
}
