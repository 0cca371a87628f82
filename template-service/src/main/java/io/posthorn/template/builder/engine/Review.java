package io.posthorn.template.builder.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.templatecheck.Finding;
import io.posthorn.cloudapi.templatecheck.TemplateCheck;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.draft.DraftDocument;
import io.posthorn.template.builder.draft.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a draft still lacks, and what is wrong with what it has.
 *
 * @param missing parts, in the order in which they are asked for
 * @param issues for which Meta would refuse it
 * @param advice for which Meta might, or readers would be better served
 */
public record Review(List<String> missing, List<Violation> issues, List<Violation> advice) {
    private static final Set<String> LACKING = Set.of(
            "body_required",
            "components_required",
            "category_required",
            "language_required",
            "example_missing",
            "button_url_required",
            "button_phone_number_required");

    public static Review of(Draft draft) {
        var document = DraftDocument.of(draft);
        var found = TemplateCheck.check(document);
        return new Review(
                missing(draft),
                violations(document, found, Finding::isRefusal),
                violations(document, found, finding -> !finding.isRefusal()));
    }

    public boolean passes() {
        return missing.isEmpty() && issues.isEmpty();
    }

    private static List<String> missing(Draft draft) {
        var missing = new ArrayList<String>();
        if (draft.body() == null) {
            missing.add("body");
        }
        if (draft.category() == null) {
            missing.add("category");
        }
        if (draft.language() == null) {
            missing.add("language");
        }
        if (firstExample(draft) > 0 || lacksHeaderExample(draft)) {
            missing.add("examples");
        }
        if (draft.buttons().stream().anyMatch(DraftButton::lacksTarget)) {
            missing.add("buttons");
        }
        return missing;
    }

    /** The number of the first variable without an example; 0 for none. */
    static int firstExample(Draft draft) {
        for (var number = 1; number <= Variables.count(draft.body()); number++) {
            if (number > draft.examples().size()
                    || draft.examples().get(number - 1).isBlank()) {
                return number;
            }
        }
        return 0;
    }

    static boolean lacksHeaderExample(Draft draft) {
        return draft.header() != null && Variables.count(draft.header()) > 0 && draft.headerExample() == null;
    }

    private static List<Violation> violations(ObjectNode document, List<Finding> found, Predicate<Finding> wanted) {
        return found.stream()
                .filter(wanted)
                .filter(finding -> !LACKING.contains(finding.code()))
                .map(finding -> new Violation(
                        DraftDocument.place(document, finding.pointer()), finding.code(), finding.message()))
                .toList();
    }
}
