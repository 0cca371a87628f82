package io.posthorn.simulator.webhook;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.fault.FaultPlan;
import io.posthorn.simulator.fault.FaultTarget;
import io.posthorn.simulator.fault.Faults;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes updates and has them told: mostly once, but drops, doubles and disorder are a matter of settings and faults. */
@ApplicationScoped
public class Webhooks {
    private static final String NO_ACCOUNT = "0";
    private static final int LONGEST_WAIT_MILLIS = 60_000;

    private final WebhookPoster poster;

    Webhooks(WebhookPoster poster) {
        this.poster = poster;
    }

    public void tell(World world, Update update) {
        world.timeline().soon(() -> decide(world, update));
    }

    /** True while the platform takes webhooks so slowly that nothing more should happen. */
    public boolean areCongested(World world) {
        return WebhookQueue.of(world, poster).isCongested();
    }

    /** Posts a sample to the first app's callback at once, without a subscription; gives the answer's status. */
    public Future<Integer> test(World world, Update update) {
        var app = world.identity().appId();
        var callback = Subscriptions.of(world)
                .callback(world, app)
                .orElseThrow(() -> ControlProblem.refused("no_callback", "The app has no callback URL"));
        var nobodys = new Destination(app, NO_ACCOUNT, "", false, update.isManagement());
        var body = WebhookJson.write(WebhookBatch.body(world, nobodys, List.of(update)));
        return poster.post(world, nobodys, callback, body).map(Attempt::status);
    }

    private void decide(World world, Update update) {
        var plan = Faults.of(world)
                .strike(FaultTarget.webhook(update.field(), update.phoneNumberId(), update.recipient()));
        switch (plan.map(FaultPlan::kind).orElse(null)) {
            case WEBHOOK_DROP -> drop(world, update);
            case WEBHOOK_DUPLICATE -> {
                go(world, update);
                enqueue(world, update);
            }
            case WEBHOOK_DELAY -> world.timeline().after(plan.get().delayMillis(), () -> go(world, update));
            case WEBHOOK_REORDER -> beOvertaken(world, update, plan.get().delayMillis());
            case null, default -> go(world, update);
        }
    }

    private void go(World world, Update update) {
        var settings = world.settings().webhooks();
        if (world.dice().chance(settings.dropRate(), "drop", update.subject())) {
            drop(world, update);
            return;
        }
        enqueue(world, update);
        if (world.dice().chance(settings.duplicateRate(), "duplicate", update.subject())) {
            enqueue(world, update);
        }
        Overtaken.of(world).releaseAll().forEach(overtaken -> enqueue(world, overtaken));
    }

    private void beOvertaken(World world, Update update, Integer delayMillis) {
        var overtaken = Overtaken.of(world);
        overtaken.hold(update);
        world.timeline().after(delayMillis == null ? LONGEST_WAIT_MILLIS : delayMillis, () -> {
            if (overtaken.release(update)) {
                enqueue(world, update);
            }
        });
    }

    private static void drop(World world, Update update) {
        DeliveryLog.of(world).skip(world, update, DeliveryState.DROPPED);
    }

    private void enqueue(World world, Update update) {
        var settings = world.settings().webhooks();
        var queue = WebhookQueue.of(world, poster);
        if (world.dice().chance(settings.reorderRate(), "reorder", update.subject())) {
            var detour = world.dice().below(settings.reorderMillis(), "detour", update.subject());
            world.timeline().afterRealTime(detour, () -> queue.add(update));
        } else {
            queue.add(update);
        }
    }
}
