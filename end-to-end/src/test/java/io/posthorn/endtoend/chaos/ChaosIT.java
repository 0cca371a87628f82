package io.posthorn.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./posthorn chaos}. */
class ChaosIT {
    private static final int KILLS = 10;
    private static final int CUSTOMERS = 20;
    private static final long SEED = 7;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(240);

    @Test
    void nothingIsLostDoubledOrMisreported() throws Exception {
        var home = Repository.ROOT.resolve("end-to-end/target/chaos");

        var result = new Trial(Repository.ROOT, home, System.out::println)
                .run(Plan.of(KILLS, SEED), CUSTOMERS, SEED, SETTLED_WITHIN);

        assertThat(result.violations()).isEmpty();
        assertThat(result.accepted()).isPositive();
        assertThat(result.killsWithCalls()).as("kills that hit calls under way").isGreaterThan(KILLS / 3);
    }
}
