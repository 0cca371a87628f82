package io.posthorn.messaging.media;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.time.Duration;
import java.util.List;

/** Why a file cannot be sent; whoever knows where it was named adds the place. */
final class MediaProblems {
    private static final Duration SOON = Duration.ofSeconds(2);

    private MediaProblems() {}

    static ProblemException unknown() {
        return refused("media_not_found", "This workspace has no file with this id");
    }

    static ProblemException unsuitable(String reason) {
        return refused("media_unsuitable", reason);
    }

    static ProblemException away(Throwable cause) {
        return new ProblemException(CommonProblems.UNAVAILABLE, "The file could not be looked up just now", cause)
                .retryAfter(SOON);
    }

    private static ProblemException refused(String code, String message) {
        return new ProblemException(CommonProblems.INVALID, message, List.of(new Violation("", code, message)));
    }
}
