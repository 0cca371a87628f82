package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Meta's quota of management calls: per hour, app and account, larger for an account with numbers. */
@ApplicationScoped
class UsageGuard implements CallGuard {
    private static final int SMALL = 200;
    private static final int LARGE = 5000;
    private static final int TOO_MANY_CALLS = 80007;
    private static final int TOO_MANY_TEMPLATE_CALLS = 80008;

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        if (route.kind() != ObjectKind.ACCOUNT) {
            return Optional.empty();
        }
        var wabaId = call.account().id();
        var calls = Usage.of(call.world()).count(call.token().appId(), wabaId);
        return calls > quota(call.world(), wabaId)
                ? Optional.of(GraphError.of(
                        route.edge().equals("message_templates") ? TOO_MANY_TEMPLATE_CALLS : TOO_MANY_CALLS))
                : Optional.empty();
    }

    static int quota(World world, String wabaId) {
        return world.directory().numbersOf(wabaId).isEmpty() ? SMALL : LARGE;
    }
}
