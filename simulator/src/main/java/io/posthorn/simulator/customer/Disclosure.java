package io.posthorn.simulator.customer;

import io.posthorn.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * To which numbers the phone numbers of customers with usernames are known: by an exchange that showed it in the last 30
 * days, or by the portfolio's contact book, which collects whoever was shown once.
 */
final class Disclosure {
    private static final int MOST = 10_000;
    private static final long THIRTY_DAYS = 30L * 24 * 3600 * 1000;

    private final Map<String, Long> shown = bounded();
    private final Map<String, Long> contactBook = bounded();

    private Disclosure() {}

    static Disclosure of(World world) {
        return world.part(Disclosure.class, Disclosure::new);
    }

    synchronized void show(World world, String phoneNumberId, String customer) {
        var now = world.clock().millis();
        shown.put(phoneNumberId + " " + customer, now);
        if (world.settings().customers().contactBook()) {
            contactBook.put(customer, 0L);
        }
    }

    synchronized boolean holds(World world, String phoneNumberId, String customer) {
        var last = shown.get(phoneNumberId + " " + customer);
        return last != null && world.clock().millis() - last < THIRTY_DAYS || contactBook.containsKey(customer);
    }

    synchronized boolean isInContactBook(String customer) {
        return contactBook.containsKey(customer);
    }

    synchronized void keepInContactBook(String customer, boolean keep) {
        if (keep) {
            contactBook.put(customer, 0L);
        } else {
            contactBook.remove(customer);
        }
    }

    /** Forgets whoever was not seen for longest. */
    private static Map<String, Long> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > MOST;
            }
        };
    }
}
