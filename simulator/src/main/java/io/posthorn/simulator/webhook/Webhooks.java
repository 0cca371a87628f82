package io.posthorn.simulator.webhook;

import io.posthorn.simulator.fault.FaultKind;
import io.posthorn.simulator.fault.FaultPlan;
import io.posthorn.simulator.fault.FaultTarget;
import io.posthorn.simulator.fault.Faults;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes updates and has them told: mostly once, but drops, doubles and disorder are a matter of settings and faults. */
@ApplicationScoped
public class Webhooks {
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

    private void decide(World world, Update update) {
        var settings = world.settings().webhooks();
        var dice = world.dice();
        var fault = Faults.of(world)
                .strike(FaultTarget.webhook(update.field(), update.phoneNumberId(), update.recipient()))
                .map(FaultPlan::kind);
        if (is(fault, FaultKind.WEBHOOK_DROP) || dice.chance(settings.dropRate(), "drop", update.subject())) {
            DeliveryLog.of(world).skip(world, update, DeliveryState.DROPPED);
            return;
        }
        enqueue(world, update);
        if (is(fault, FaultKind.WEBHOOK_DUPLICATE)
                || dice.chance(settings.duplicateRate(), "duplicate", update.subject())) {
            enqueue(world, update);
        }
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

    private static boolean is(Optional<FaultKind> fault, FaultKind kind) {
        return fault.equals(Optional.of(kind));
    }
}
