package io.posthorn.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;

/** Says where a JSON body could not be read, without quoting it or naming our classes. */
public final class UnreadableJson {
    private UnreadableJson() {}

    public static ProblemException problem(JsonProcessingException unread) {
        if (refusal(unread) instanceof ProblemException refusal) {
            return refusal;
        }
        if (unread instanceof JsonMappingException unmapped
                && !unmapped.getPath().isEmpty()) {
            return new ProblemException(
                    CommonProblems.MALFORMED, "A value has the wrong type or name", List.of(violation(unmapped)));
        }
        var location = unread.getLocation();
        var where = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return new ProblemException(CommonProblems.MALFORMED, "The body is not the JSON that is expected" + where);
    }

    /** The JSON failure that a framework exception carries, or null. */
    static JsonProcessingException inside(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException unread) {
                return unread;
            }
        }
        return null;
    }

    /** A record's constructor may refuse a value itself. */
    private static Throwable refusal(Throwable failure) {
        var cause = failure.getCause();
        while (cause != null && !(cause instanceof ProblemException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Violation violation(JsonMappingException unmapped) {
        if (unmapped instanceof UnrecognizedPropertyException) {
            return new Violation(pointer(unmapped), "unknown_field", "This field is not known");
        }
        return new Violation(pointer(unmapped), "wrong_type", "This value has the wrong type or form");
    }

    private static String pointer(JsonMappingException unmapped) {
        return unmapped.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? String.valueOf(step.getIndex()) : escaped(step.getFieldName()))
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
