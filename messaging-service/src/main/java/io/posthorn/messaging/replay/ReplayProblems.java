package io.posthorn.messaging.replay;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.util.List;
import java.util.UUID;

final class ReplayProblems {
    private ReplayProblems() {}

    static ProblemException notFound(UUID id) {
        return new ProblemException(CommonProblems.NOT_FOUND, "No replay " + id);
    }

    static ProblemException wrong(String pointer, String code, String message) {
        return new ProblemException(CommonProblems.INVALID, message, List.of(new Violation(pointer, code, message)));
    }
}
