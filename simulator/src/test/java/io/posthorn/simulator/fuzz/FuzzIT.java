package io.posthorn.simulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.graph.GraphOperation;
import io.quarkus.arc.All;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a client can write breaks the simulator. Each case is made from its number alone, so that one of them is repeated
 * with {@code -Dposthorn.fuzz.seed=<number of the case> -Dposthorn.fuzz.cases=1}, and a long run goes on where it stopped.
 */
@QuarkusTest
class FuzzIT {
    private static final long FIRST = Long.getLong("posthorn.fuzz.seed", 1);
    private static final int CASES = Integer.getInteger("posthorn.fuzz.cases", 2000);
    private static final int WORLD_LASTS = 500;
    private static final int MOST_FINDINGS = 10;

    @TestHTTPResource
    URI base;

    @Inject
    @All
    List<GraphOperation> operations;

    @Inject
    Router router;

    private SimulatorClient simulator;

    @BeforeEach
    void connect() {
        simulator = new SimulatorClient(base);
    }

    /** Clocks were moved, faults planned: other tests find everything as it was. */
    @AfterEach
    void tidy() {
        simulator.control("POST", "/_sim/reset", null);
    }

    @Test
    void neverAnswersWithAServerErrorAndKeepsServing() throws IOException {
        var findings = new ArrayList<String>();
        try (var connection = new RawConnection(base)) {
            var targets = targets();
            for (var number = FIRST; number < FIRST + CASES && findings.size() < MOST_FINDINGS; number++) {
                if ((number - FIRST) % WORLD_LASTS == WORLD_LASTS - 1) {
                    simulator.control("POST", "/_sim/reset", null);
                    targets = targets();
                }
                var request = new RequestMaker(number, targets).make();
                var answer = connection.exchange(request);
                if (answer.isBroken()) {
                    findings.add("seed %d: %s%n  -> %s".formatted(number, request, answer));
                }
            }
        }
        assertThat(findings).isEmpty();
        assertThat(simulator.control("GET", "/q/health/live", null).status()).isEqualTo(200);
        assertThat(simulator.world().sent("+15550002000", "still here")).startsWith("wamid.");
    }

    private Targets targets() {
        return Targets.of(operations, router, simulator.world(), simulator.world());
    }
}
