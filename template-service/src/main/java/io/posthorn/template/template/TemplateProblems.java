package io.posthorn.template.template;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

/** How requests about templates are refused. */
public final class TemplateProblems {
    public static final ProblemType NOT_FOUND =
            new ProblemType(ErrorCode.TEMPLATE_NOT_FOUND, 404, "Template not found");
    public static final ProblemType EXISTS =
            new ProblemType(ErrorCode.TEMPLATE_EXISTS, 409, "A template has this name and language");
    public static final ProblemType INVALID =
            new ProblemType(ErrorCode.TEMPLATE_INVALID, 422, "The template breaks WhatsApp's rules");
    public static final ProblemType LOCKED =
            new ProblemType(ErrorCode.TEMPLATE_LOCKED, 409, "The template's state does not allow it");

    private TemplateProblems() {}
}
