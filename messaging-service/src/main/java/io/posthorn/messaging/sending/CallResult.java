package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.SendResult;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.messaging.pacing.CallOutcome;
import io.posthorn.messaging.pacing.Next;
import java.time.Duration;

/**
 * What a call came to, and what follows from it.
 *
 * @param sent null when it failed
 * @param failure null when Meta accepted
 */
record CallResult(Call call, SendResult sent, CloudApiException failure, Next next, long at) {

    /** @param failure null when Meta accepted */
    static CallOutcome outcome(CloudApiException failure) {
        return failure == null ? new CallOutcome.Accepted() : failed(failure);
    }

    private static CallOutcome failed(CloudApiException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> new CallOutcome.Unreachable();
            case NO_ANSWER -> new CallOutcome.NoAnswer();
            case REFUSED ->
                new CallOutcome.Refused(
                        failure.error().map(error -> error.code()).orElse(0),
                        failure.errorClass(),
                        failure.retryAfter().map(Duration::toMillis).orElse(0L));
        };
    }

    /** The word for the attempt. */
    String word() {
        return switch (failure.kind()) {
            case REFUSED -> "refused";
            case UNREACHABLE -> "unreachable";
            case NO_ANSWER -> "no_answer";
        };
    }

    Long code() {
        return failure.error().map(error -> (long) error.code()).orElse(null);
    }

    String explanation() {
        return failure.error().map(error -> error.explanation()).orElse(word());
    }
}
