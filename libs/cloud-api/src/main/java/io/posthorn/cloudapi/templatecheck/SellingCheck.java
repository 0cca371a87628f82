package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.Texts;
import java.util.List;
import java.util.Set;

/** Templates that sell or ask for something: offers for a limited time, products, catalogs, permission to call. */
final class SellingCheck {
    private static final int LONGEST_BODY_OF_OFFER = 600;
    private static final int LONGEST_BODY_OF_PRODUCT = 160;
    private static final int LONGEST_OFFER = 16;
    private static final int LONGEST_CODE_OF_OFFER = 15;
    private static final Set<String> OF_COMPONENT = Set.of("type", "limited_time_offer");
    private static final Set<String> OF_OFFER = Set.of("text", "has_expiration");
    private static final List<String> WITH_CODE = List.of("COPY_CODE", "URL");
    private static final List<String> WITHOUT_CODE = List.of("URL");
    private static final Set<String> HEADERS_OF_OFFER = Set.of("IMAGE", "VIDEO");

    private SellingCheck() {}

    static int longestBody(Written written) {
        if (written.has("LIMITED_TIME_OFFER")) {
            return LONGEST_BODY_OF_OFFER;
        }
        return written.hasButton(ButtonKind.SPM) ? LONGEST_BODY_OF_PRODUCT : Limits.BODY;
    }

    static void check(Part components, Written written) {
        written.component("LIMITED_TIME_OFFER").ifPresent(offer -> checkOffer(components, written, offer));
        written.component("CALL_PERMISSION_REQUEST").ifPresent(request -> {
            request.checkFields(Set.of("type"), HeadCheck.FIELDS_OF_COMPONENTS);
            refuse(written, "BUTTONS");
        });
        var products = written.buttons().stream()
                .filter(button ->
                        ButtonKind.of(button).filter(ButtonKind::showsProducts).isPresent())
                .toList();
        if (!products.isEmpty()) {
            checkProducts(components, written);
        } else if (written.headerFormat().equals("PRODUCT")) {
            written.component("HEADER").orElseThrow().at("format").add(Rule.HEADER_FORMAT_NOT_ALLOWED);
        }
    }

    private static void checkOffer(Part components, Written written, Part component) {
        if (written.isNotFor(TemplateCategory.MARKETING)) {
            component.add(Rule.CATEGORY_NOT_ALLOWED);
        }
        component.checkFields(OF_COMPONENT, HeadCheck.FIELDS_OF_COMPONENTS);
        var offer = component.at("limited_time_offer");
        offer.checkFields(OF_OFFER, Set.of());
        var where = offer.at("text");
        var text = where.text();
        if (text.isBlank()) {
            where.add(Rule.OFFER_TEXT_REQUIRED);
        } else if (Texts.length(text) > LONGEST_OFFER) {
            where.add(Rule.OFFER_TEXT_TOO_LONG);
        }
        refuse(written, "FOOTER");
        var format = written.headerFormat();
        if (HeadCheck.HEADER_FORMATS.contains(format) && !HEADERS_OF_OFFER.contains(format)) {
            written.component("HEADER").orElseThrow().at("format").add(Rule.HEADER_FORMAT_NOT_ALLOWED);
        }
        checkButtonsOfOffer(
                components, written, offer.json().path("has_expiration").asBoolean());
    }

    private static void checkButtonsOfOffer(Part components, Written written, boolean expires) {
        var buttons = written.buttons();
        var types = buttons.stream().map(button -> button.word("type")).toList();
        if (!types.equals(WITH_CODE) && (expires || !types.equals(WITHOUT_CODE))) {
            written.component("BUTTONS")
                    .map(component -> component.at("buttons"))
                    .orElse(components)
                    .add(Rule.OFFER_BUTTONS);
        }
        buttons.stream()
                .filter(button -> button.word("type").equals("COPY_CODE"))
                .forEach(button -> ButtonContents.checkCode(button, LONGEST_CODE_OF_OFFER));
    }

    /** Products and catalogs: one button and nothing beside it. */
    private static void checkProducts(Part components, Written written) {
        if (written.buttons().size() != 1) {
            written.component("BUTTONS").orElseThrow().at("buttons").add(Rule.PRODUCTS_ALONE);
            return;
        }
        var format = written.headerFormat();
        var wanted = wantedHeader(written);
        if (!format.equals(wanted)) {
            written.component("HEADER")
                    .map(header -> header.at("format"))
                    .orElse(components)
                    .add(Rule.PRODUCTS_HEADER);
        }
    }

    private static String wantedHeader(Written written) {
        if (written.hasButton(ButtonKind.CATALOG)) {
            return "";
        }
        return written.hasButton(ButtonKind.MPM) ? "TEXT" : "PRODUCT";
    }

    private static void refuse(Written written, String type) {
        written.component(type)
                .ifPresent(component -> component.add(Rule.COMPONENT_NOT_ALLOWED, Fix.remove(component.pointer())));
    }
}
