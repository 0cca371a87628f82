package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.world.World;

/** Fills a template in with the components of one send. */
public final class Hydration {
    private static final int LONGEST_BODY = 1024;

    private Hydration() {}

    /** @param components as the send brings them along; may be missing when nothing is variable */
    public static Hydrated of(World world, Template template, JsonNode components) {
        var given = Given.of(components);
        var format = template.draft().format();
        var content = new Part(world, format, template.components(), given, LONGEST_BODY).filledIn();
        if (template.isOf(TemplateCategory.AUTHENTICATION)) {
            PassCode.check(given);
        }
        template.component("LIMITED_TIME_OFFER")
                .ifPresentOrElse(
                        offer -> {
                            content.set("offer", OfferParameters.fillIn(offer, given));
                            ButtonParameters.checkOffer(content.path("buttons"));
                        },
                        () -> given.refuse("limited_time_offer"));
        template.component("CAROUSEL")
                .ifPresentOrElse(
                        carousel -> content.set("cards", CardParameters.fillIn(world, format, carousel, given)),
                        () -> given.refuse("carousel"));
        template.component("CALL_PERMISSION_REQUEST")
                .ifPresent(request -> content.put("asksForPermissionToCall", true));
        addTapTargets(given, content);
        return new Hydrated(template, content);
    }

    /** Where a tap on the header leads. */
    private static void addTapTargets(Given given, ObjectNode content) {
        var parameters = given.parametersOf("tap_target_configuration");
        if (parameters.isEmpty()) {
            return;
        }
        var targets = parameters.getFirst().path("tap_target_configuration");
        for (var target : targets) {
            if (!target.path("url").isTextual() || !target.path("title").isTextual()) {
                throw HydrationRefusal.missing("tap_target_configuration: url and title are required");
            }
        }
        content.set("tapTargets", targets.deepCopy());
    }
}
