package io.posthorn.media.provider;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.GraphError;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import java.time.Duration;

/** Why a file does not get to Meta. */
final class ProviderProblems {
    static final ProblemType CHANNEL_NOT_FOUND = new ProblemType(ErrorCode.CHANNEL_NOT_FOUND, 404, "Channel not found");
    static final ProblemType CHANNEL_NOT_ACTIVE =
            new ProblemType(ErrorCode.CHANNEL_NOT_ACTIVE, 409, "The channel is not active");
    static final ProblemType NOT_SENDABLE =
            new ProblemType(ErrorCode.MEDIA_NOT_SENDABLE, 422, "WhatsApp does not take this file");
    static final ProblemType META = new ProblemType(ErrorCode.EXTERNAL_SERVICE, 502, "Meta did not take the file");
    static final ProblemType BUSY = new ProblemType(ErrorCode.UNAVAILABLE, 503, "The upload is still running");

    private static final Duration SOON = Duration.ofSeconds(5);

    private ProviderProblems() {}

    /** An upload that may have arrived does no harm when it is repeated: nobody sees it. */
    static ProblemException of(CloudApiException failure) {
        return switch (failure.errorClass()) {
            case ACCOUNT, TOKEN ->
                new ProblemException(CHANNEL_NOT_ACTIVE, "Meta refuses the channel's credentials", failure);
            case RETRY, WAIT -> later(failure);
            case NEVER, FIX ->
                failure.kind() == CloudApiException.Kind.REFUSED
                                && failure.error().isPresent()
                        ? new ProblemException(
                                NOT_SENDABLE,
                                "Meta says: "
                                        + failure.error()
                                                .map(GraphError::explanation)
                                                .orElse(""),
                                failure)
                        : later(failure);
        };
    }

    private static ProblemException later(CloudApiException failure) {
        return new ProblemException(META, "The upload to Meta failed; it may be tried again", failure).retryAfter(SOON);
    }
}
