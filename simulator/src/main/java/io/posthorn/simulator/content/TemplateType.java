package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.hydration.Hydration;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.review.Pacing;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code template}: an approved template, filled in. There is no other language to fall back on. */
@ApplicationScoped
class TemplateType implements MessageType {
    private static final int API_SERVICE = 2;
    private static final int BLOCKED = 368;
    private static final int CODE_BY_USER_ID = 131062;

    @Override
    public String name() {
        return "template";
    }

    @Override
    public boolean needsOpenWindow() {
        return false;
    }

    @Override
    public boolean showsQuote() {
        return false;
    }

    @Override
    public String answeredStatus() {
        return "accepted";
    }

    @Override
    public void check(JsonNode content) {
        require(content.path("name").isTextual(), "template.name");
        require(content.path("language").path("code").isTextual(), "template.language.code");
        var components = content.path("components");
        if (!components.isMissingNode() && !components.isNull() && !components.isArray()) {
            throw GraphError.of(100, "Param template['components'] must be an array.")
                    .failure();
        }
        var policy = content.path("language").path("policy").asText("deterministic");
        if (!policy.equals("deterministic")) {
            throw GraphError.of(100, "Param template['language']['policy'] must be one of {DETERMINISTIC}.")
                    .failure();
        }
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        var content = message.content();
        var name = content.path("name").textValue();
        var language = content.path("language").path("code").textValue();
        var template = Templates.of(world)
                .find(message.sender().wabaId(), name, language)
                .orElseThrow(() -> unknown(name, language, "does not exist"));
        if (message.recipient().isByUserId() && template.category().equalsIgnoreCase("authentication")) {
            throw GraphError.of(CODE_BY_USER_ID).failure();
        }
        return switch (template.status()) {
            case APPROVED -> composed(world, template, message);
            case PAUSED -> paused(world, template, message);
            case DISABLED ->
                throw GraphError.of(132016)
                        .withDetails("Template is disabled due to low quality")
                        .failure();
            case PENDING, REJECTED, IN_APPEAL, PENDING_DELETION, LIMIT_EXCEEDED, ARCHIVED ->
                throw unknown(name, language, "is not approved");
        };
    }

    private static Composition composed(World world, Template template, Outgoing message) {
        if (template.isOf(TemplateCategory.AUTHENTICATION)
                && message.recipient().isByUserId()) {
            throw GraphError.of(131062)
                    .withDetails("Codes go to phone numbers only")
                    .failure();
        }
        if (Pacing.of(world).isBlocked()) {
            throw GraphError.of(BLOCKED).failure();
        }
        if (Pacing.of(world).isFull()) {
            throw GraphError.of(API_SERVICE).failure();
        }
        var hydrated = Hydration.of(world, template, message.content().path("components"));
        return Composition.of(hydrated, Pacing.of(world).holdsNext(template));
    }

    private static Composition paused(World world, Template template, Outgoing message) {
        if (!world.settings().templates().answerPaused()) {
            throw GraphError.of(LaterFailure.PAUSED.code())
                    .withDetails(LaterFailure.PAUSED.details())
                    .failure();
        }
        var hydrated = Hydration.of(world, template, message.content().path("components"));
        return Composition.of(hydrated, false).failing(LaterFailure.PAUSED);
    }

    private static RuntimeException unknown(String name, String language, String why) {
        return GraphError.of(132001, "Template name does not exist in the translation")
                .withDetails("template name (%s) %s in %s".formatted(name, why, language))
                .failure();
    }

    private static void require(boolean given, String parameter) {
        if (!given) {
            throw GraphError.of(131008)
                    .withDetails("Parameter '%s' is mandatory for type 'template'".formatted(parameter))
                    .failure();
        }
    }
}
