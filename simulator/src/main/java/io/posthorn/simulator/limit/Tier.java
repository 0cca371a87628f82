package io.posthorn.simulator.limit;

import java.util.Arrays;
import java.util.Optional;

/** Meta's messaging limits, in the order in which they rise; {@code TIER_50} and {@code TIER_1K} are of older times. */
enum Tier {
    TIER_50(50),
    TIER_250(250),
    TIER_1K(1000),
    TIER_2K(2000),
    TIER_10K(10_000),
    TIER_100K(100_000),
    TIER_UNLIMITED(Integer.MAX_VALUE);

    private final int customers;

    Tier(int customers) {
        this.customers = customers;
    }

    /** A number without a limit of its own has the one that all begin with. */
    static Tier of(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElse(TIER_250);
    }

    int customers() {
        return customers;
    }

    Optional<Tier> next() {
        return switch (this) {
            case TIER_50 -> Optional.of(TIER_250);
            case TIER_250, TIER_1K -> Optional.of(TIER_2K);
            case TIER_2K -> Optional.of(TIER_10K);
            case TIER_10K -> Optional.of(TIER_100K);
            case TIER_100K -> Optional.of(TIER_UNLIMITED);
            case TIER_UNLIMITED -> Optional.empty();
        };
    }
}
