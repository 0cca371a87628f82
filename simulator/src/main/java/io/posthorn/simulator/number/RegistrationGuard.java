package io.posthorn.simulator.number;

import io.posthorn.simulator.graph.CallGuard;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** A number that is not registered sends nothing. */
@ApplicationScoped
class RegistrationGuard implements CallGuard {
    private static final Set<String> EDGES = Set.of("messages", "marketing_messages");

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        return route.kind() == ObjectKind.PHONE_NUMBER
                        && EDGES.contains(route.edge())
                        && !Numbers.of(call.world()).of(call.number()).isRegistered()
                ? Optional.of(GraphError.of(133010))
                : Optional.empty();
    }
}
