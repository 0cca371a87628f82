package io.posthorn.simulator.marketing;

import io.posthorn.simulator.graph.CallGuard;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.hydration.SentTemplate;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Tells apart what goes to {@code messages} and what to {@code marketing_messages}. */
@ApplicationScoped
class MarketingGuard implements CallGuard {
    private static final Set<String> POLICIES = Set.of("CLOUD_API_FALLBACK", "STRICT");
    private static final int ACCESS_DENIED = 131005;
    private static final int METHOD_NOT_ALLOWED = 131055;
    private static final int ONLY_MARKETING = 134100;
    private static final int NOT_ON_CLOUD_API = 131063;

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        if (route.kind() != ObjectKind.PHONE_NUMBER) {
            return Optional.empty();
        }
        return switch (route.edge()) {
            case "messages" -> SentTemplate.of(call).flatMap(template -> onCloudApi(call, template));
            case "marketing_messages" -> onMarketing(call);
            default -> Optional.empty();
        };
    }

    private static Optional<GraphError> onCloudApi(GraphCall call, Template template) {
        if (template.isOf(TemplateCategory.MARKETING)
                && !call.world().settings().templates().marketingOnCloudApi()) {
            return Optional.of(GraphError.of(NOT_ON_CLOUD_API));
        }
        return template.component("HEADER")
                .filter(header -> header.path("format").asText().equals("GIF"))
                .map(header -> GraphError.of(METHOD_NOT_ALLOWED)
                        .withDetails("A header of format GIF can be sent with marketing_messages only"));
    }

    private static Optional<GraphError> onMarketing(GraphCall call) {
        if (!call.world().settings().templates().marketingApi()) {
            return Optional.of(GraphError.of(ACCESS_DENIED)
                    .withDetails("The WhatsApp Business Account is not onboarded to the marketing messages API"));
        }
        if (!call.parameter("type").equals("template")) {
            return Optional.of(GraphError.of(METHOD_NOT_ALLOWED).withDetails("Only templates can be sent"));
        }
        if (SentTemplate.of(call)
                .filter(template -> !template.isOf(TemplateCategory.MARKETING))
                .isPresent()) {
            return Optional.of(GraphError.of(ONLY_MARKETING));
        }
        return badOption(call);
    }

    private static Optional<GraphError> badOption(GraphCall call) {
        var policy = call.parameters().path("product_policy");
        if (!policy.isMissingNode() && !POLICIES.contains(policy.asText())) {
            return Optional.of(GraphError.of(
                    100,
                    "Param product_policy must be one of {CLOUD_API_FALLBACK, STRICT} - got \"%s\"."
                            .formatted(policy.asText())));
        }
        var sharing = call.parameters().path("message_activity_sharing");
        return sharing.isMissingNode() || sharing.isBoolean()
                ? Optional.empty()
                : Optional.of(GraphError.of(100, "Param message_activity_sharing must be a boolean."));
    }
}
