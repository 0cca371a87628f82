package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.rule.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the {@code components} of a message fit the approved template, so that Meta's 132000, 132005, 132012 and 132018
 * are known before anything is accepted.
 */
public final class TemplateMessageRules {
    /** A header, a body and ten buttons. */
    private static final int MAX_COMPONENTS = 12;

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
            default ->
                found.add(component.pointer() + "/type", "component_unknown", "A component is header, body or button");
        }
    }

    private void checkHeader(SentComponent component) {
        var kind = approved.headerParameter();
        for (var parameter : parameters(component, kind.isEmpty() ? 0 : 1)) {
            switch (kind) {
                case "text" -> parameter.checkText(found);
                case "location" -> parameter.checkLocation(found);
                default -> parameter.checkMedia(found, kind);
            }
        }
    }

    private void checkBody(SentComponent component) {
        parameters(component, approved.body().count()).forEach(parameter -> parameter.checkBodyValue(found));
    }

    private void checkButton(SentComponent component) {
        var index = component.index();
        if (index < 0 || index >= approved.buttons().size()) {
            found.add(component.pointer() + "/index", "button_unknown", "The template has no button at this place");
            return;
        }
        var button = approved.buttons().get(index);
        if (!component.subType().equalsIgnoreCase(button.type())) {
            found.add(
                    component.pointer() + "/sub_type",
                    "button_type",
                    "This button is of type %s",
                    button.type().toLowerCase(Locale.ROOT));
        } else if (button.isOf(ButtonKind.QUICK_REPLY)) {
            parameters(component, 1).forEach(parameter -> parameter.checkPayload(found));
        } else {
            parameters(component, button.url().count()).forEach(parameter -> parameter.checkUrlSuffix(found));
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
        if (approved.body().count() > 0 && !seen.contains("body")) {
            found.add(
                    pointer,
                    "body_missing",
                    "The body needs %d value(s)",
                    approved.body().count());
        }
        for (var index = 0; index < approved.buttons().size(); index++) {
            if (approved.buttons().get(index).url().count() > 0 && !seen.contains("button " + index)) {
                found.add(pointer, "button_missing", "The address of button %d needs a value", index);
            }
        }
    }

    private void checkLengths(JsonNode components) {
        var rendered = RenderedTemplate.of(approved, components);
        if (Texts.length(rendered.header()) > TemplateRules.MAX_HEADER) {
            found.add(
                    pointer,
                    "header_too_long",
                    "With its value the header has more than %d characters",
                    TemplateRules.MAX_HEADER);
        }
        if (Texts.length(rendered.body()) > TemplateRules.MAX_BODY) {
            found.add(
                    pointer,
                    "body_too_long",
                    "With its values the body has more than %d characters",
                    TemplateRules.MAX_BODY);
        }
    }
}
