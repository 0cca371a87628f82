package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.rule.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the {@code components} of a message fit the approved template, so that Meta's 132000, 132005, 132012 and 132018
 * are known before anything is accepted.
 */
public final class TemplateMessageRules {
    static final int MAX_HEADER = 60;
    static final int MAX_BODY = 1024;
    static final int MAX_URL = 2000;

    /** A header, a body, ten buttons, an offer and where a tap on the picture leads. */
    private static final int MAX_COMPONENTS = 14;

    private static final int MAX_PRODUCT_CARDS = 10;

    private final ApprovedTemplate approved;
    private final String pointer;
    private final Violations found = new Violations();

    private TemplateMessageRules(ApprovedTemplate approved, String pointer) {
        this.approved = approved;
        this.pointer = pointer;
    }

    /**
     * Lists everything that does not fit.
     *
     * @param components as Meta takes them; null or missing is the same as none
     * @param pointer where they stand in the request, such as {@code /template/components}
     */
    public static List<Violation> check(ApprovedTemplate approved, JsonNode components, String pointer) {
        return new TemplateMessageRules(approved, pointer).check(components);
    }

    private List<Violation> check(JsonNode components) {
        if (components != null && !components.isMissingNode() && !components.isNull() && !components.isArray()) {
            found.add(pointer, "components_format", "The components are a list");
            return found.list();
        }
        var sent = components == null || !components.isArray()
                ? List.<SentComponent>of()
                : SentComponent.all(pointer, components);
        if (sent.size() > MAX_COMPONENTS) {
            found.add(pointer, "components_too_many", "A message has at most %d components", MAX_COMPONENTS);
            return found.list();
        }
        var seen = new HashSet<String>();
        sent.forEach(component -> checkOne(component, seen));
        checkNothingIsMissing(seen);
        if (found.list().isEmpty()) {
            checkLengths(components);
        }
        return found.list();
    }

    private void checkOne(SentComponent component, Set<String> seen) {
        var key = component.is("button") ? "button " + component.index() : component.type();
        if (!seen.add(key)) {
            found.add(component.pointer(), "component_duplicate", "This component is there twice");
            return;
        }
        if (!component.parameters().isMissingNode() && !component.parameters().isArray()) {
            found.add(component.pointer() + "/parameters", "parameters_format", "The parameters are a list");
            return;
        }
        switch (component.type()) {
            case "header" -> checkHeader(component);
            case "body" -> checkBody(component);
            case "button" -> checkButton(component);
            case "limited_time_offer" -> checkOffer(component);
            case "carousel" -> checkCards(component);
            case "tap_target_configuration" -> {}
            default ->
                found.add(
                        component.pointer() + "/type",
                        "component_unknown",
                        "A component is header, body, button, limited_time_offer, carousel or"
                                + " tap_target_configuration");
        }
    }

    private void checkHeader(SentComponent component) {
        var kind = approved.headerParameter();
        for (var parameter : parameters(component, kind.isEmpty() ? 0 : 1)) {
            switch (kind) {
                case "text" -> {
                    parameter.checkName(found, approved.header());
                    parameter.checkText(found);
                }
                case "product" -> parameter.checkProduct(found);
                case "location" -> parameter.checkLocation(found);
                default -> parameter.checkMedia(found, kind);
            }
        }
    }

    private void checkBody(SentComponent component) {
        var values = parameters(component, approved.bodyValues());
        if (approved.hasCode()) {
            values.forEach(parameter -> parameter.checkCode(found));
            return;
        }
        values.forEach(parameter -> parameter.checkName(found, approved.body()));
        values.forEach(parameter -> parameter.checkBodyValue(found));
        if (approved.body().isNamed()
                && values.stream().map(SentParameter::name).distinct().count() < values.size()) {
            found.add(component.pointer() + "/parameters", "parameter_duplicate", "Each variable has one value");
        }
    }

    private void checkOffer(SentComponent component) {
        if (!approved.hasOffer()) {
            found.add(component.pointer(), "offer_unexpected", "This template is no limited-time offer");
        }
    }

    /** Each card is held against its own card of the template. */
    private void checkCards(SentComponent component) {
        var cards = component.json().path("cards");
        var wanted = approved.cards().size();
        if (wanted == 0) {
            found.add(component.pointer(), "carousel_unexpected", "This template has no cards");
        } else if (approved.showsProducts() ? cards.size() > MAX_PRODUCT_CARDS : cards.size() != wanted) {
            found.add(
                    component.pointer() + "/cards",
                    "card_count",
                    "The template has %d card(s), not %d",
                    wanted,
                    cards.size());
        } else {
            for (var index = 0; index < cards.size(); index++) {
                var place = "%s/cards/%d/components".formatted(component.pointer(), index);
                var card = approved.cards().get(Math.min(index, wanted - 1));
                found.addAll(check(card, cards.get(index).path("components"), place));
            }
        }
    }

    private void checkButton(SentComponent component) {
        var index = component.index();
        if (index < 0 || index >= approved.buttons().size()) {
            found.add(component.pointer() + "/index", "button_unknown", "The template has no button at this place");
            return;
        }
        var button = approved.buttons().get(index);
        if (!component.subType().equals(button.subType())) {
            found.add(component.pointer() + "/sub_type", "button_type", "This button is of type %s", button.subType());
            return;
        }
        switch (button.type()) {
            case "QUICK_REPLY" -> parameters(component, 1).forEach(parameter -> parameter.checkPayload(found));
            case "OTP" -> parameters(component, 1).forEach(parameter -> parameter.checkCode(found));
            case "COPY_CODE" -> parameters(component, 1).forEach(parameter -> parameter.checkCoupon(found));
            case "FLOW", "CATALOG", "MPM", "SPM", "VOICE_CALL" -> {}
            default ->
                parameters(component, button.url().values()).forEach(parameter -> parameter.checkUrlSuffix(found));
        }
    }

    /** The parameters, when their number is right. */
    private List<SentParameter> parameters(SentComponent component, int expected) {
        var sent = component.parameters();
        if (sent.size() != expected) {
            found.add(
                    component.pointer() + "/parameters",
                    "parameter_count",
                    "The template takes %d value(s) here, not %d",
                    expected,
                    sent.size());
            return List.of();
        }
        return IntStream.range(0, expected)
                .mapToObj(index -> new SentParameter(component.parameterPointer(index), sent.get(index)))
                .toList();
    }

    private void checkNothingIsMissing(Set<String> seen) {
        if (!approved.headerParameter().isEmpty() && !seen.contains("header")) {
            found.add(pointer, "header_missing", "The header needs a value of type %s", approved.headerParameter());
        }
        if (approved.bodyValues() > 0 && !seen.contains("body")) {
            found.add(pointer, "body_missing", "The body needs %d value(s)", approved.bodyValues());
        }
        for (var index = 0; index < approved.buttons().size(); index++) {
            if (approved.buttons().get(index).needsValue() && !seen.contains("button " + index)) {
                found.add(pointer, "button_missing", "Button %d needs a value", index);
            }
        }
        if (!approved.cards().isEmpty() && !seen.contains("carousel")) {
            found.add(pointer, "carousel_missing", "The cards need their values");
        }
        if (approved.offerEnds() && !seen.contains("limited_time_offer")) {
            found.add(pointer, "offer_missing", "Say when the offer ends");
        }
    }

    private void checkLengths(JsonNode components) {
        var rendered = RenderedTemplate.of(approved, components);
        if (Texts.length(rendered.header()) > MAX_HEADER) {
            found.add(pointer, "header_too_long", "With its value the header has more than %d characters", MAX_HEADER);
        }
        if (Texts.length(rendered.body()) > MAX_BODY) {
            found.add(pointer, "body_too_long", "With its values the body has more than %d characters", MAX_BODY);
        }
    }
}
