package io.posthorn.template.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.templatecheck.Change;
import io.posthorn.cloudapi.templatecheck.Finding;
import io.posthorn.kit.problem.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether Meta can be expected to take a template, and everything that speaks against it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ValidationView(
        boolean valid,

        @Schema(description = "Why Meta would not take it") List<FindingView> errors,

        @Schema(description = "What Meta may not like, and what readers would like better")
        List<FindingView> warnings,

        @Schema(implementation = Object.class, description = "With fix=true: the mended template, in Meta's form")
        ObjectNode template,

        @Schema(description = "With fix=true: what was changed in it")
        List<Change> changes) {
    static ValidationView of(TemplateForm form, List<Finding> findings, List<Violation> refusals) {
        var own = refusals.stream()
                .filter(refusal ->
                        findings.stream().noneMatch(finding -> finding.code().equals(refusal.code())))
                .map(refusal ->
                        new FindingView(refusal.pointer(), refusal.code(), "refused", refusal.message(), null, null));
        return new ValidationView(
                refusals.isEmpty(),
                Stream.concat(views(form, findings, true), own).toList(),
                views(form, findings, false).toList(),
                null,
                null);
    }

    ValidationView with(ObjectNode mended, List<Change> changed) {
        return new ValidationView(valid, errors, warnings, mended, changed);
    }

    private static Stream<FindingView> views(TemplateForm form, List<Finding> findings, boolean refusals) {
        return findings.stream()
                .filter(finding -> finding.isRefusal() == refusals && !form.mayFollow(finding))
                .map(finding -> FindingView.of(form, finding));
    }
}
