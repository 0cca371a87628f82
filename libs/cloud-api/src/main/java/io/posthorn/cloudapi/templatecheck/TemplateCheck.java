package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.template.TemplateCategory;
import java.util.List;

/** Checks a template, written as the body of Meta's create call: everything that is wrong, in the order of the fields. */
public final class TemplateCheck {
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 3_000;
    private static final int MOST_FINDINGS = 500;

    private TemplateCheck() {}

    public static List<Finding> check(JsonNode template) {
        var root = Part.whole(template);
        if (!template.isObject() || count(template, 0, 0) > MOST_VALUES) {
            root.add(Rule.TEMPLATE_SHAPE);
        } else {
            check(root);
        }
        return root.found().values().stream().limit(MOST_FINDINGS).toList();
    }

    /** Whether Meta can be expected to take it. */
    public static boolean accepts(JsonNode template) {
        return check(template).stream().noneMatch(Finding::isRefusal);
    }

    private static void check(Part root) {
        HeadCheck.check(root);
        if (root.has("library_template_name")) {
            root.text("library_template_name"); // its words are Meta's own
            return;
        }
        var components = root.at("components");
        if (components.json().isMissingNode()
                || components.json().isNull()
                || components.json().isEmpty()) {
            components.add(Rule.COMPONENTS_REQUIRED);
            return;
        }
        if (!components.json().isArray()) {
            components.add(Rule.FIELD_TYPE);
            return;
        }
        check(components, Written.of(HeadCheck.category(root), HeadCheck.isNamed(root), components));
    }

    private static void check(Part components, Written written) {
        written.components().forEach((type, component) -> {
            if (!HeadCheck.TYPES.contains(type)) {
                component.at("type").add(Rule.COMPONENT_TYPE_UNKNOWN);
            }
        });
        if (written.isFor(TemplateCategory.AUTHENTICATION)) {
            AuthenticationCheck.check(components, written);
        } else if (written.has("CAROUSEL")) {
            CarouselCheck.check(components, written);
        } else {
            checkParts(components, written);
            SellingCheck.check(components, written);
        }
        RiskCheck.check(written);
    }

    private static void checkParts(Part components, Written written) {
        written.component("HEADER").ifPresent(header -> HeaderCheck.check(written, header));
        written.component("BODY")
                .ifPresentOrElse(
                        body -> TextCheck.body(body, written.named(), SellingCheck.longestBody(written)),
                        () -> components.add(Rule.BODY_REQUIRED));
        written.component("FOOTER").ifPresent(TextCheck::footer);
        written.component("BUTTONS").ifPresent(buttons -> ButtonsCheck.check(written, buttons));
    }

    /** How many values there are; more than allowed when they are nested too deeply. Stops as soon as that is known. */
    private static int count(JsonNode node, int depth, int before) {
        if (depth > DEEPEST) {
            return MOST_VALUES + 1;
        }
        var count = before + 1;
        for (var child : node) {
            count = count(child, depth + 1, count);
            if (count > MOST_VALUES) {
                return count;
            }
        }
        return count;
    }
}
