package io.posthorn.template.submission;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.ErrorClass;
import io.posthorn.cloudapi.error.GraphError;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.ProviderDetails;
import io.posthorn.kit.problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How submissions are refused: by us, by a neighbour, by Meta. */
final class SubmissionProblems {
    static final ProblemType NO_CHANNEL = new ProblemType(ErrorCode.CHANNEL_NOT_FOUND, 404, "Channel not found");
    static final ProblemType CHANNEL_OFF =
            new ProblemType(ErrorCode.CHANNEL_NOT_ACTIVE, 409, "The channel is not active");
    static final ProblemType HEADER_IMAGE =
            new ProblemType(ErrorCode.TEMPLATE_INVALID, 422, "The template breaks WhatsApp's rules");
    static final ProblemType REFUSED = new ProblemType(ErrorCode.TEMPLATE_REFUSED, 422, "Meta refused the template");
    static final ProblemType NO_ANSWER = new ProblemType(ErrorCode.EXTERNAL_SERVICE, 502, "Meta did not answer");

    private static final int ALREADY_EXISTS = 2388024;
    private static final int IN_REVIEW = 2388039;
    private static final int INVALID_PHONE_NUMBER = 192;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Pattern BUTTON = Pattern.compile("\\['buttons']\\[(\\d)]\\['(\\w+)']");

    private SubmissionProblems() {}

    static ProblemException of(CloudApiException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE ->
                new ProblemException(CommonProblems.UNAVAILABLE, "Meta could not be reached", failure).retryAfter(SOON);
            case NO_ANSWER ->
                new ProblemException(
                                NO_ANSWER, "Ask again: what Meta has by then is looked up, not made twice", failure)
                        .retryAfter(SOON);
            case REFUSED -> refused(failure);
        };
    }

    static boolean isTaken(Throwable failure) {
        return hasSubcode(failure, ALREADY_EXISTS);
    }

    static boolean isInReview(Throwable failure) {
        return hasSubcode(failure, IN_REVIEW);
    }

    private static boolean hasSubcode(Throwable failure, int wanted) {
        return failure instanceof CloudApiException refusal
                && refusal.error()
                        .flatMap(GraphError::subcode)
                        .filter(subcode -> subcode == wanted)
                        .isPresent();
    }

    private static ProblemException refused(CloudApiException failure) {
        var details = failure.error().map(SubmissionProblems::details).orElse(null);
        if (failure.errorClass() == ErrorClass.RETRY || failure.errorClass() == ErrorClass.WAIT) {
            return new ProblemException(CommonProblems.UNAVAILABLE, "Meta asks to wait", failure)
                    .retryAfter(LATER)
                    .provider(details);
        }
        return new ProblemException(REFUSED, failure.remedy(), violations(failure)).provider(details);
    }

    private static ProviderDetails details(GraphError error) {
        return new ProviderDetails(
                Integer.toString(error.code()),
                error.subcode().map(Object::toString).orElse(null),
                error.userTitle().orElse(error.title()),
                error.explanation(),
                error.fbtraceId().orElse(null));
    }

    private static List<Violation> violations(CloudApiException failure) {
        return failure.error()
                .flatMap(error ->
                        pointer(error).map(pointer -> new Violation(pointer, "provider_refused", error.explanation())))
                .map(List::of)
                .orElse(List.of());
    }

    /** Where Meta's codes point to, as far as it says. */
    private static Optional<String> pointer(GraphError error) {
        if (error.code() == INVALID_PHONE_NUMBER) {
            var button = BUTTON.matcher(error.title());
            return Optional.of(button.find() ? "/buttons/%s/phoneNumber".formatted(button.group(1)) : "/buttons");
        }
        return error.subcode().map(subcode -> switch (subcode) {
            case 2388023, 2388024, 2388046 -> "/name";
            case 2388047 -> "/header/text";
            case 2388072, 2388293, 2388299 -> "/body/text";
            case 2388073 -> "/footer/text";
            case 2388081 -> "/buttons";
            default -> null;
        });
    }
}
