package io.posthorn.cloudapi.error;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call to Meta that did not succeed. Its message names codes only: no token, no recipient, no text of a message.
 */
public final class CloudApiException extends RuntimeException {
    /** Whether Meta can have accepted the request; the ground on which "never sent twice" stands. */
    public enum Kind {
        /** Meta answered with an error: certainly not accepted. */
        REFUSED,
        /** No connection could be established, nothing was written: certainly not accepted. */
        UNREACHABLE,
        /** The request may have reached Meta and no answer that we understand came back: nobody knows. */
        NO_ANSWER
    }

    private static final int INVALID_TOKEN = 190;
    private static final int INVALID_VALUE = 131009;
    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    private final Kind kind;
    private final ErrorClass errorClass;
    private final int httpStatus;
    private final transient GraphError error;
    private final transient Optional<Duration> regainAfter;

    private CloudApiException(
            Kind kind, ErrorClass errorClass, int httpStatus, GraphError error, String message, Throwable cause) {
        this(kind, errorClass, httpStatus, error, Optional.empty(), message, cause);
    }

    private CloudApiException(
            Kind kind,
            ErrorClass errorClass,
            int httpStatus,
            GraphError error,
            Optional<Duration> regainAfter,
            String message,
            Throwable cause) {
        super(message, cause);
        this.regainAfter = regainAfter;
        this.kind = kind;
        this.errorClass = errorClass;
        this.httpStatus = httpStatus;
        this.error = error;
    }

    public static CloudApiException refused(int httpStatus, GraphError error) {
        return refused(httpStatus, error, Optional.empty());
    }

    /** With the time after which Meta takes calls again, when it told one. */
    public static CloudApiException refused(int httpStatus, GraphError error, Optional<Duration> regainAfter) {
        var errorClass = ErrorTable.classify(error, httpStatus);
        var message = "Meta refused with code %d%s (HTTP %d, trace %s)"
                .formatted(
                        error.code(),
                        error.subcode().map(subcode -> "/" + subcode).orElse(""),
                        httpStatus,
                        error.fbtraceId().orElse("-"));
        return new CloudApiException(Kind.REFUSED, errorClass, httpStatus, error, regainAfter, message, null);
    }

    /** For a refusal without a Graph error, such as a proxy's page. */
    public static CloudApiException refused(int httpStatus) {
        var errorClass = ErrorTable.classify(httpStatus);
        return new CloudApiException(
                Kind.REFUSED, errorClass, httpStatus, null, "Meta refused with HTTP " + httpStatus, null);
    }

    /** For a token that cannot stand in a header: as good as an invalid one, and Meta need not be asked. */
    public static CloudApiException unusableToken() {
        return refused(UNAUTHORIZED, error(INVALID_TOKEN, "The access token has characters that no token has"));
    }

    /** For a message that breaks a rule of Meta's: as good as refused, and Meta need not be asked. */
    public static CloudApiException unsendable(String rules) {
        return refused(BAD_REQUEST, error(INVALID_VALUE, rules));
    }

    private static GraphError error(int code, String title) {
        var none = Optional.<String>empty();
        return new GraphError(code, Optional.empty(), title, none, none, none, none, false);
    }

    public static CloudApiException unreachable(Throwable cause) {
        var message = "Meta could not be reached: " + cause.getClass().getSimpleName();
        return new CloudApiException(Kind.UNREACHABLE, ErrorClass.RETRY, 0, null, message, cause);
    }

    /** For a call that is not made, because Meta has not answered the ones before it. */
    public static CloudApiException heldBack() {
        return new CloudApiException(
                Kind.UNREACHABLE, ErrorClass.RETRY, 0, null, "Calls for this number are held back for a while", null);
    }

    public static CloudApiException noAnswer(Throwable cause) {
        var message = "No answer from Meta: " + cause.getClass().getSimpleName();
        return new CloudApiException(Kind.NO_ANSWER, ErrorClass.NEVER, 0, null, message, cause);
    }

    /** For an answer that does not say whether the request was accepted. */
    public static CloudApiException noAnswer(int httpStatus) {
        var message = "Meta answered HTTP %d without a result".formatted(httpStatus);
        return new CloudApiException(Kind.NO_ANSWER, ErrorClass.NEVER, httpStatus, null, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** What to do about it; always {@link ErrorClass#NEVER} when nobody knows whether Meta accepted. */
    public ErrorClass errorClass() {
        return errorClass;
    }

    /** True when the same request may go out again without any risk of a second message. */
    public boolean mayBeRepeated() {
        return switch (errorClass) {
            case RETRY, WAIT -> kind != Kind.NO_ANSWER;
            case NEVER, FIX, TOKEN, ACCOUNT -> false;
        };
    }

    public Optional<GraphError> error() {
        return Optional.ofNullable(error);
    }

    /** What the table says about the error; empty for codes that it does not know. */
    public Optional<KnownError> known() {
        return error().flatMap(refusal -> ErrorTable.find(refusal.code(), refusal.subcode()));
    }

    /** How long to wait before the same call can work, where Meta or its table says so. */
    public Optional<Duration> retryAfter() {
        return regainAfter.or(() -> known().flatMap(KnownError::lasts));
    }

    public OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /** One sentence for the person who has to do something about it. */
    public String remedy() {
        return switch (kind) {
            case REFUSED ->
                error().map(ErrorTable::remedy).orElse("Check that the configured Graph address is really Meta's.");
            case UNREACHABLE -> "Check the network and the configured Graph address; nothing was sent.";
            case NO_ANSWER -> "Wait for a status webhook: only it can tell whether the message left.";
        };
    }
}
