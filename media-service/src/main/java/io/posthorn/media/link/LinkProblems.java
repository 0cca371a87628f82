package io.posthorn.media.link;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

/** How links are refused. */
final class LinkProblems {
    static final ProblemType INVALID =
            new ProblemType(ErrorCode.MEDIA_LINK_INVALID, 403, "The link does not open the file");

    private LinkProblems() {}
}
