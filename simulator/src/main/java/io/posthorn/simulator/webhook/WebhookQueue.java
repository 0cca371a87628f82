package io.posthorn.simulator.webhook;

import io.posthorn.simulator.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The updates of one world on their way out. Lives on the world's event loop, hence without locks. */
final class WebhookQueue {
    private static final long SEVEN_DAYS = 7L * 24 * 3600 * 1000;
    private static final long LONGEST_PAUSE = 3600L * 1000;
    private static final int HIGHEST_DOUBLING = 20;
    private static final double CONGESTED = 0.8;

    private final World world;
    private final WebhookPoster poster;
    private final DeliveryLog log;
    private final Deque<Update> gathering = new ArrayDeque<>();
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

    void add(Update update) {
        if (Subscription.target(world, update.isManagement()).isEmpty()) {
            log.skip(world, update, DeliveryState.NO_TARGET);
        } else if (outstanding >= world.settings().webhooks().queueLimit()) {
            log.skip(world, update, DeliveryState.OVERFLOW);
        } else {
            count(1);
            gather(update);
        }
    }

    private void gather(Update update) {
        var settings = world.settings().webhooks();
        gathering.add(update);
        if (gathering.size() >= settings.batchSize()) {
            flush();
        } else if (!lingering) {
            lingering = true;
            world.timeline().afterRealTime(settings.lingerMillis(), this::flush);
        }
    }

    private void flush() {
        lingering = false;
        while (!gathering.isEmpty()) {
            ready.add(seal(take(world.settings().webhooks().batchSize())));
        }
        pump();
    }

    private List<Update> take(int most) {
        var batch = new ArrayList<Update>();
        while (batch.size() < most
                && !gathering.isEmpty()
                && (batch.isEmpty() || goTogether(batch.getFirst(), gathering.peek()))) {
            batch.add(gathering.poll());
        }
        return batch;
    }

    private static boolean goTogether(Update one, Update other) {
        return one.isManagement() == other.isManagement();
    }

    private Delivery seal(List<Update> batch) {
        var body = WebhookBatch.body(world, batch);
        return log.open(world, WebhookJson.write(body), batch, DeliveryState.WAITING);
    }

    private void pump() {
        while (!ready.isEmpty() && inFlight < world.settings().webhooks().concurrency()) {
            var delivery = ready.poll();
            Subscription.target(world, delivery.isManagement())
                    .ifPresentOrElse(url -> post(delivery, url), () -> end(delivery, DeliveryState.NO_TARGET));
        }
    }

    private void post(Delivery delivery, String url) {
        inFlight++;
        delivery.goesTo(url);
        poster.post(world, url, delivery.body())
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
