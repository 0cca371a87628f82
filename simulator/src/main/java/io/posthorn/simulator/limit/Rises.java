package io.posthorn.simulator.limit;

import io.posthorn.simulator.number.NumberState;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Numbers that are much used and well liked get more: the next messaging limit after hours, the high throughput at once. */
@ApplicationScoped
class Rises {
    private static final long SIX_HOURS = 6L * 3600 * 1000;
    private static final Set<String> GOOD_ENOUGH = Set.of("GREEN", "YELLOW");

    void notice(World world, NumberState number) {
        var reached = ReachedCustomers.of(world).count();
        var traits = number.traits();
        var tier = Tier.of(traits.messagingLimit());
        if (!GOOD_ENOUGH.contains(traits.qualityRating())) {
            return;
        }
        if (tier == Tier.TIER_UNLIMITED) {
            if (traits.throughput().equals("STANDARD")
                    && reached >= world.settings().limits().upgradeAt()) {
                Upgrades.of(world).begin(number);
            }
        } else if (reached >= tier.customers() / 2
                && traits.qualityRating().equals("GREEN")
                && RisingTiers.of(world).add(number)) {
            world.timeline().after(SIX_HOURS, () -> rise(world, number, tier));
        }
    }

    private static void rise(World world, NumberState number, Tier from) {
        RisingTiers.of(world).remove(number);
        if (Tier.of(number.traits().messagingLimit()) == from) {
            from.next().ifPresent(next -> number.become(number.traits().withMessagingLimit(next.name())));
        }
    }
}
