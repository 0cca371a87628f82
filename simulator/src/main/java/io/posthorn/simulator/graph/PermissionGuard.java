package io.posthorn.simulator.graph;

import io.posthorn.simulator.directory.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The permission that a call needs, and the business account that the token has to reach. */
@ApplicationScoped
class PermissionGuard implements CallGuard {
    private static final Set<String> MESSAGING_EDGES = Set.of("messages", "marketing_messages", "media");
    private static final int PERMISSION_DENIED = 10;
    private static final int API_PERMISSION = 200;

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        return switch (route.kind()) {
            case APP, DEBUG_TOKEN, ME, UPLOAD -> Optional.empty();
            case MEDIA, MEDIA_HOST -> messaging(call);
            case PHONE_NUMBER -> ofNumber(route, call).or(() -> reach(call));
            case MESSAGE_HISTORY -> either(call);
            case BUSINESS, BUSINESS_PROFILE, SOLUTION, PREVERIFIED_NUMBER -> management(call);
            case ACCOUNT -> management(call).or(() -> reach(call));
            // whom a template belongs to is known where templates are
            case TEMPLATE -> management(call);
        };
    }

    private static Optional<GraphError> ofNumber(GraphRoute route, GraphCall call) {
        if (MESSAGING_EDGES.contains(route.edge())) {
            return messaging(call);
        }
        return route.edge().isEmpty() || route.edge().equals("message_history") ? either(call) : management(call);
    }

    private static Optional<GraphError> messaging(GraphCall call) {
        return call.token().may(Scope.WHATSAPP_BUSINESS_MESSAGING)
                ? Optional.empty()
                : Optional.of(GraphError.of(PERMISSION_DENIED, "Application does not have permission for this action"));
    }

    private static Optional<GraphError> management(GraphCall call) {
        return call.token().may(Scope.WHATSAPP_BUSINESS_MANAGEMENT)
                ? Optional.empty()
                : Optional.of(GraphError.of(
                        API_PERMISSION, "Requires whatsapp_business_management permission to manage the object"));
    }

    private static Optional<GraphError> either(GraphCall call) {
        return call.token().may(Scope.WHATSAPP_BUSINESS_MESSAGING) ? Optional.empty() : management(call);
    }

    private static Optional<GraphError> reach(GraphCall call) {
        return call.token().reaches(call.account().id())
                ? Optional.empty()
                : Optional.of(GraphError.of(
                        API_PERMISSION, "You do not have the necessary permissions on the WhatsApp Business Account"));
    }
}
