package io.posthorn.simulator.webhook;

import io.posthorn.simulator.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The updates of one world on their way out. Lives on the world's event loop, hence without locks. */
final class WebhookQueue {
    private static final long SEVEN_DAYS = 7L * 24 * 3600 * 1000;
    private static final long LONGEST_PAUSE = 3600L * 1000;
    private static final int HIGHEST_DOUBLING = 20;
    private static final int LARGEST_BODY = 3 * 1024 * 1024;
    private static final double CONGESTED = 0.8;

    private final World world;
    private final WebhookPoster poster;
    private final DeliveryLog log;
    private final Map<Destination, List<Update>> gathering = new LinkedHashMap<>();
    private final Deque<Delivery> ready = new ArrayDeque<>();
    private boolean lingering;
    private volatile int outstanding; // changed by the event loop only
    private int inFlight;

    private WebhookQueue(World world, WebhookPoster poster, DeliveryLog log) {
        this.world = world;
        this.poster = poster;
        this.log = log;
    }

    static WebhookQueue of(World world, WebhookPoster poster) {
        var log = DeliveryLog.of(world);
        return world.part(WebhookQueue.class, () -> new WebhookQueue(world, poster, log));
    }

    /** True when so much is waiting that what is accepted now could no longer be told. */
    boolean isCongested() {
        return outstanding > world.settings().webhooks().queueLimit() * CONGESTED;
    }

    /** Tells the update to every app that is subscribed to its account and field. */
    void add(Update update) {
        var subscriptions = Subscriptions.of(world);
        var destinations = subscriptions.apps(Destination.account(world, update)).stream()
                .filter(app -> subscriptions.takes(app, update.field()))
                .map(app -> Destination.of(world, app, update))
                .filter(destination -> destination.address(world).isPresent())
                .toList();
        if (destinations.isEmpty()) {
            log.skip(world, update, DeliveryState.NO_TARGET);
        }
        destinations.forEach(destination -> add(destination, update));
    }

    private void add(Destination destination, Update update) {
        if (outstanding >= world.settings().webhooks().queueLimit()) {
            log.skip(world, update, DeliveryState.OVERFLOW);
        } else {
            count(1);
            gather(destination, update);
        }
    }

    private void gather(Destination destination, Update update) {
        var settings = world.settings().webhooks();
        var batch = gathering.computeIfAbsent(destination, ignored -> new ArrayList<>());
        batch.add(update);
        if (batch.size() >= settings.batchSize()) {
            gathering.remove(destination);
            seal(destination, batch);
            pump();
        } else if (!lingering) {
            lingering = true;
            world.timeline().afterRealTime(settings.lingerMillis(), this::flush);
        }
    }

    private void flush() {
        lingering = false;
        var batches = new LinkedHashMap<>(gathering);
        gathering.clear();
        batches.forEach(this::seal);
        pump();
    }

    /** A body that would be too large becomes two. */
    private void seal(Destination destination, List<Update> batch) {
        var body = WebhookJson.write(WebhookBatch.body(world, destination, batch));
        if (body.length > LARGEST_BODY && batch.size() > 1) {
            var half = batch.size() / 2;
            seal(destination, batch.subList(0, half));
            seal(destination, batch.subList(half, batch.size()));
        } else {
            ready.add(log.open(world, body, destination, batch, DeliveryState.WAITING));
        }
    }

    private void pump() {
        while (!ready.isEmpty() && inFlight < world.settings().webhooks().concurrency()) {
            var delivery = ready.poll();
            delivery.destination()
                    .url(world)
                    .ifPresentOrElse(url -> post(delivery, url), () -> end(delivery, DeliveryState.NO_TARGET));
        }
    }

    private void post(Delivery delivery, String url) {
        inFlight++;
        delivery.goesTo(url);
        poster.post(world, delivery.destination(), url, delivery.body())
                .onSuccess(attempt -> world.timeline().soon(() -> landed(delivery, attempt)));
    }

    private void landed(Delivery delivery, Attempt attempt) {
        inFlight--;
        delivery.add(attempt);
        if (attempt.status() == 200) {
            end(delivery, DeliveryState.DELIVERED);
        } else if (isHopeless(delivery)) {
            end(delivery, DeliveryState.GIVEN_UP);
        } else {
            delivery.becomes(DeliveryState.RETRYING);
            retry(delivery);
        }
        pump();
    }

    private void end(Delivery delivery, DeliveryState state) {
        delivery.becomes(state);
        count(-delivery.updates());
    }

    private void count(int updates) {
        outstanding = outstanding + updates;
    }

    private boolean isHopeless(Delivery delivery) {
        var age = world.clock().millis() - delivery.createdMillis();
        return world.settings().webhooks().retryMillis() == 0 || age > SEVEN_DAYS;
    }

    /** The first retry follows immediately, later ones after doubling pauses. */
    private void retry(Delivery delivery) {
        var failures = delivery.attemptCount();
        if (failures == 1) {
            ready.addFirst(delivery);
            return;
        }
        var doublings = Math.min(failures - 2, HIGHEST_DOUBLING);
        var pause = Math.min((long) world.settings().webhooks().retryMillis() << doublings, LONGEST_PAUSE);
        world.timeline().after(pause, () -> {
            ready.add(delivery);
            pump();
        });
    }
}
