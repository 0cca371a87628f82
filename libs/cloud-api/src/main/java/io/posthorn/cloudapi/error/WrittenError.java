package io.posthorn.cloudapi.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** An error for those who speak to us as to Meta: as Meta writes it, with its HTTP status. */
public record WrittenError(int status, Body body) {
    private static final int INVALID_PARAMETER = 100;
    private static final int UNKNOWN_OBJECT = 33;

    public record Body(Details error) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Details(
            String message,
            String type,
            int code,
            @JsonProperty("error_subcode") Integer subcode,
            @JsonProperty("error_data") Data data,
            @JsonProperty("is_transient") Boolean isTransient,
            @JsonProperty("fbtrace_id") String traceId) {}

    public record Data(@JsonProperty("messaging_product") String messagingProduct, String details) {}

    /** {@code otherTitle} is for codes that the table does not have. */
    public static WrittenError of(int code, String otherTitle, String details, boolean isTransient, String traceId) {
        var title = ErrorTable.find(code).map(KnownError::title).orElse(otherTitle);
        return saying("(#%d) %s".formatted(code, title), code, details, isTransient, traceId);
    }

    /** What Meta says of a parameter that is not there. */
    public static WrittenError missing(String parameter, String details, String traceId) {
        var message = "(#%d) The parameter %s is required.".formatted(INVALID_PARAMETER, parameter);
        return saying(message, INVALID_PARAMETER, details, false, traceId);
    }

    /** What Meta says of objects that do not exist, and of those of others. */
    public static WrittenError unknownObject(String method, String id, String traceId) {
        var message =
                ("Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or"
                                + " does not support this operation.")
                        .formatted(method, id);
        return new WrittenError(
                400,
                new Body(new Details(
                        message, "GraphMethodException", INVALID_PARAMETER, UNKNOWN_OBJECT, null, null, traceId)));
    }

    public WrittenError withStatus(int other) {
        return new WrittenError(other, body);
    }

    private static WrittenError saying(String message, int code, String details, boolean isTransient, String traceId) {
        return new WrittenError(
                status(code),
                new Body(new Details(
                        message,
                        "OAuthException",
                        code,
                        null,
                        new Data("whatsapp", details),
                        isTransient ? true : null,
                        traceId)));
    }

    /** Meta's statuses where they differ from 400. */
    private static int status(int code) {
        return switch (code) {
            case 190 -> 401;
            case 10 -> 403;
            case 132001 -> 404;
            case 131000 -> 500;
            case 2, 131016 -> 503;
            default -> 400;
        };
    }
}
