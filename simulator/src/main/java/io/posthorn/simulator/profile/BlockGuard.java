package io.posthorn.simulator.profile;

import io.posthorn.simulator.customer.BlockList;
import io.posthorn.simulator.customer.UserIds;
import io.posthorn.simulator.graph.CallGuard;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A business cannot write to whom it has blocked. */
@ApplicationScoped
class BlockGuard implements CallGuard {
    private static final int BLOCKED = 130403;

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        return route.kind() == ObjectKind.PHONE_NUMBER
                        && route.edge().equals("messages")
                        && BlockList.of(call.world()).isBlocked(call.number().id(), customer(call))
                ? Optional.of(GraphError.of(BLOCKED))
                : Optional.empty();
    }

    private static String customer(GraphCall call) {
        var phone = call.parameter("to").replaceAll("\\D", "");
        return phone.isEmpty()
                ? UserIds.of(call.world()).customer(call.parameter("recipient")).orElse("")
                : phone;
    }
}
