package io.posthorn.simulator.hydration;

import io.posthorn.simulator.graph.CallGuard;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.TemplateCategory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Codes go to phone numbers only, not to the ids that a business knows a user by. */
@ApplicationScoped
class CodeGuard implements CallGuard {
    private static final int NOT_SUPPORTED = 131062;

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        return route.kind() == ObjectKind.PHONE_NUMBER
                        && route.edge().equals("messages")
                        && call.parameter("to").isBlank()
                        && !call.parameter("recipient").isBlank()
                        && SentTemplate.of(call)
                                .filter(template -> template.isOf(TemplateCategory.AUTHENTICATION))
                                .isPresent()
                ? Optional.of(GraphError.of(NOT_SUPPORTED)
                        .withDetails("Authentication templates can be sent to phone numbers only"))
                : Optional.empty();
    }
}
