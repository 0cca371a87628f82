package io.posthorn.messaging.compatible;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.ProviderDetails;
import io.posthorn.kit.problem.Violation;
import java.util.List;

/** Refusals of this door; {@link GraphErrors} writes them as Meta does. */
final class GraphProblems {
    private static final ProblemType NO_NUMBER =
            new ProblemType(ErrorCode.CHANNEL_NOT_FOUND, 404, "There is no such number");
    private static final ProblemType REFUSED_BY_META =
            new ProblemType(ErrorCode.EXTERNAL_SERVICE, 502, "Meta has refused");

    private GraphProblems() {}

    static ProblemException noNumber(String phoneNumberId) {
        return new ProblemException(NO_NUMBER, "No number " + phoneNumberId);
    }

    static ProblemException noMessage() {
        return invalidAt("/message_id", "message_unknown", "This number has received no such message");
    }

    static ProblemException notSupported(String pointer, String message) {
        return invalidAt(pointer, "not_supported", message);
    }

    static ProblemException malformed(List<io.posthorn.cloudapi.rule.Violation> found) {
        return new ProblemException(CommonProblems.MALFORMED, "The request could not be read", violations(found));
    }

    static ProblemException invalid(List<io.posthorn.cloudapi.rule.Violation> found) {
        return new ProblemException(CommonProblems.INVALID, "The request breaks a rule", violations(found));
    }

    /** What Meta said of a call that was made for the client. */
    static ProblemException ofMeta(CloudApiException failure) {
        return failure.error()
                .map(error -> new ProblemException(REFUSED_BY_META, error.explanation())
                        .provider(new ProviderDetails(
                                Integer.toString((int) error.code()), null, null, error.explanation(), null)))
                .orElseGet(() -> new ProblemException(CommonProblems.UNAVAILABLE, "Meta cannot be reached just now"));
    }

    private static ProblemException invalidAt(String pointer, String code, String message) {
        return new ProblemException(CommonProblems.INVALID, message, List.of(new Violation(pointer, code, message)));
    }

    private static List<Violation> violations(List<io.posthorn.cloudapi.rule.Violation> found) {
        return found.stream()
                .map(one -> new Violation(one.pointer(), one.code(), one.message()))
                .toList();
    }
}
