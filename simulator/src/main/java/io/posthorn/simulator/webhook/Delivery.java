package io.posthorn.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A signed body and what became of it. Only the world's event loop changes it; the control API reads it. */
final class Delivery {
    private static final int KEPT_ATTEMPTS = 50;

    private final String id;
    private final byte[] body;
    private final int updates;
    private final Set<String> fields;
    private final Destination destination;
    private final long createdMillis;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private List<UpdateWatcher> watchers;
    private volatile String url = "";
    private volatile int attemptCount;
    private volatile DeliveryState state;

    Delivery(
            String id,
            byte[] body,
            Destination destination,
            List<Update> updates,
            long createdMillis,
            DeliveryState state) {
        this.id = id;
        this.body = body;
        this.updates = updates.size();
        this.fields = updates.stream().map(Update::field).collect(Collectors.toCollection(TreeSet::new));
        this.destination = destination;
        this.watchers = updates.stream().map(Update::watcher).toList();
        this.createdMillis = createdMillis;
        becomes(state);
    }

    String id() {
        return id;
    }

    byte[] body() {
        return body;
    }

    int updates() {
        return updates;
    }

    Destination destination() {
        return destination;
    }

    DeliveryState state() {
        return state;
    }

    Set<String> fields() {
        return fields;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    long createdMillis() {
        return createdMillis;
    }

    int attemptCount() {
        return attemptCount;
    }

    void goesTo(String target) {
        url = target;
    }

    void becomes(DeliveryState next) {
        state = next;
        watchers.forEach(watcher -> watcher.told(next.inMetasWords(), url));
        if (next.isFinal()) {
            watchers = List.of();
        }
    }

    void add(Attempt attempt) {
        attemptCount = attemptCount + 1;
        if (attempts.size() < KEPT_ATTEMPTS) {
            attempts.add(attempt);
        }
    }

    DeliveryView view(String world) {
        return new DeliveryView(
                id,
                world,
                destination.appId(),
                url,
                state,
                fields,
                updates,
                Instant.ofEpochMilli(createdMillis).toString(),
                attemptCount,
                List.copyOf(attempts),
                text());
    }

    /** As the control API shows it; {@code body} is the exact text that was signed. */
    record DeliveryView(
            String id,
            String world,
            String appId,
            String url,
            DeliveryState state,
            Set<String> fields,
            int updates,
            String at,
            int attemptCount,
            List<Attempt> attempts,
            String body) {}
}
