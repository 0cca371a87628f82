package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Set;

/** Templates that sell or ask for something: offers for a limited time, products, catalogs, permission to call. */
final class SpecialForms {
    private static final String OFFER = "LIMITED_TIME_OFFER";
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_BODY_OF_OFFER = 600;
    private static final int LONGEST_BODY_OF_PRODUCT = 160;
    private static final int LONGEST_OFFER = 16;
    private static final int LONGEST_CODE_OF_OFFER = 15;

    private SpecialForms() {}

    static int longestBody(TemplateDraft draft) {
        if (draft.has(OFFER)) {
            return LONGEST_BODY_OF_OFFER;
        }
        return has(draft, ButtonKind.SPM) ? LONGEST_BODY_OF_PRODUCT : LONGEST_BODY;
    }

    static void check(World world, TemplateDraft draft) {
        draft.component(OFFER).ifPresent(offer -> checkOffer(draft, offer));
        if (draft.has("CALL_PERMISSION_REQUEST")) {
            Shapes.refuse("BUTTONS", draft.has("BUTTONS"), "a template that asks for permission to call");
        }
        if (draft.buttons().flatMap(button -> ButtonKind.of(button).stream()).anyMatch(ButtonKind::needsCatalog)) {
            checkSelling(world, draft);
        }
    }

    private static void checkOffer(TemplateDraft draft, JsonNode component) {
        if (draft.category() != TemplateCategory.MARKETING) {
            throw TemplateRefusal.plain(
                    "Category isn't allowed", "Only marketing templates can have a limited-time offer.");
        }
        var offer = component.path("limited_time_offer");
        var text = offer.path("text").asText("");
        if (text.isBlank()) {
            throw TemplateRefusal.missing(OFFER, "text");
        }
        Shapes.refuseOthers(OFFER, offer, Set.of("text", "has_expiration"));
        Texts.limit("The text of an offer", text, LONGEST_OFFER);
        Shapes.refuse("FOOTER", draft.has("FOOTER"), "a template with a limited-time offer");
        draft.component("HEADER")
                .map(header -> header.path("format").asText())
                .filter(format -> !List.of("IMAGE", "VIDEO").contains(format))
                .ifPresent(format -> {
                    throw TemplateRefusal.headerFormat("The header of an offer is an image or a video.");
                });
        checkButtonsOfOffer(draft, offer.path("has_expiration").asBoolean());
    }

    private static void checkButtonsOfOffer(TemplateDraft draft, boolean expires) {
        var types = types(draft);
        if (!types.equals(List.of("COPY_CODE", "URL")) && (expires || !types.equals(List.of("URL")))) {
            throw TemplateRefusal.plain(
                    "Invalid combination of buttons",
                    "An offer has a COPY_CODE button, which can be missing when it does not expire, and a URL button.");
        }
        draft.buttons()
                .filter(button -> ButtonRules.isOf(button, ButtonKind.COPY_CODE))
                .forEach(button ->
                        Texts.limit("The code of an offer", ButtonContents.code(button), LONGEST_CODE_OF_OFFER));
    }

    /** Products and catalogs: one button and nothing beside it. */
    private static void checkSelling(World world, TemplateDraft draft) {
        requireCatalog(world);
        if (types(draft).size() != 1) {
            throw TemplateRefusal.plain("Invalid combination of buttons", "A button that shows products stands alone.");
        }
        var header = draft.component("HEADER")
                .map(component -> component.path("format").asText())
                .orElse("");
        if (has(draft, ButtonKind.CATALOG)) {
            Shapes.refuse("HEADER", !header.isEmpty(), "a catalog template");
        }
        if (has(draft, ButtonKind.MPM) && !header.equals("TEXT")) {
            throw TemplateRefusal.headerFormat("A multi-product template has a header of format TEXT.");
        }
        if (has(draft, ButtonKind.SPM) && !header.equals("PRODUCT")) {
            throw TemplateRefusal.headerFormat("A single-product template has a header of format PRODUCT.");
        }
    }

    static void requireCatalog(World world) {
        if (!world.settings().templates().catalogConnected()) {
            throw TemplateRefusal.plain(
                    "Catalog is missing", "No catalog is connected to the WhatsApp Business account.");
        }
    }

    private static boolean has(TemplateDraft draft, ButtonKind kind) {
        return draft.buttons().anyMatch(button -> ButtonRules.isOf(button, kind));
    }

    private static List<String> types(TemplateDraft draft) {
        return draft.buttons().map(button -> button.path("type").asText()).toList();
    }
}
