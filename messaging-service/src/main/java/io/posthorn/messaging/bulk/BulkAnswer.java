package io.posthorn.messaging.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.accepting.Outcome;
import java.util.List;
import java.util.UUID;

/** What became of each message, in the order of the request. */
public record BulkAnswer(List<Result> results) {
    /** {@code status} is {@code accepted} with the id, or {@code refused} with the error. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(int index, String status, UUID id, Error error) {}

    /** The place in the request, the code of the problem page, and a sentence. */
    public record Error(String pointer, String code, String message) {}

    static Result result(int index, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                new Result(index, "accepted", accepted.message().id(), null);
            case Outcome.Refused refused -> new Result(index, "refused", null, error(index, refused.refusal()));
        };
    }

    private static Error error(int index, ProblemException refusal) {
        var item = "/messages/" + index;
        var code = refusal.type().code().code();
        return refusal.violations().stream()
                .findFirst()
                .map(first -> new Error(item + first.pointer(), code, first.message()))
                .orElseGet(() -> new Error(item, code, refusal.getMessage()));
    }
}
