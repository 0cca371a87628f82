package io.posthorn.template.template;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that narrow a list of templates, for use with {@code @BeanParam}. */
public class TemplateFilter {
    @QueryParam("status")
    @Parameter(description = "Such as APPROVED, in any case")
    String status;

    @QueryParam("name")
    @Parameter(description = "The whole name")
    String name;

    @QueryParam("language")
    String language;

    /** Null for any. */
    TemplateStatus status() {
        return status == null
                ? null
                : TemplateStatus.named(status)
                        .orElseThrow(() -> new ProblemException(
                                CommonProblems.INVALID_PARAMETER,
                                "There is no such status",
                                List.of(new Violation(
                                        "?status", "status_unknown", "Take one such as DRAFT, PENDING or APPROVED"))));
    }
}
