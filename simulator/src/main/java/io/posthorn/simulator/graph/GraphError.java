package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;

/**
 * An error as Graph tells it.
 *
 * @param subcode 0 when there is none
 * @param details an empty text when there are none
 */
public record GraphError(
        int status,
        int code,
        int subcode,
        String type,
        String message,
        String details,
        boolean isTransient,
        UserText userText) {
    private static final UserText NONE = new UserText("", "");
    private static final String OAUTH = "OAuthException";
    private static final int API_SERVICE = 2;

    /** The error with Meta's own title for the code. */
    public static GraphError of(int code) {
        return of(code, ErrorRows.of(code).title());
    }

    public static GraphError of(int code, String message) {
        var status = ErrorRows.of(code).status();
        return new GraphError(
                status, code, 0, OAUTH, "(#%d) %s".formatted(code, message), "", code == API_SERVICE, NONE);
    }

    /** What webhooks call both title and message of a code. */
    public static String title(int code) {
        return ErrorRows.of(code).title();
    }

    static GraphError noToken() {
        return new GraphError(
                401, 104, 0, OAUTH, "An access token is required to request this resource.", "", false, NONE);
    }

    static GraphError unknownToken() {
        return new GraphError(
                401, 190, 0, OAUTH, "Invalid OAuth access token - Cannot parse access token", "", false, NONE);
    }

    static GraphError badToken(int subcode, String reason) {
        var message = "Error validating access token: " + reason;
        return new GraphError(401, 190, subcode, OAUTH, message, "", false, NONE);
    }

    public static GraphError unknownObject(String method, String id) {
        var message = "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing "
                + "permissions, or does not support this operation. Please read the Graph API documentation at "
                + "https://developers.facebook.com/docs/graph-api";
        return new GraphError(
                400, 100, 33, "GraphMethodException", message.formatted(method.toLowerCase(), id), "", false, NONE);
    }

    static GraphError unknownPath(String path) {
        return new GraphError(400, 2500, 0, OAUTH, "Unknown path components: " + path, "", false, NONE);
    }

    public GraphError withDetails(String text) {
        return new GraphError(status, code, subcode, type, message, text, isTransient, userText);
    }

    /** The form of template errors: a plain message, a subcode, and what to show to people. */
    public static GraphError invalidParameter(int subcode, String title, String text) {
        return new GraphError(400, 100, subcode, OAUTH, "Invalid parameter", "", false, new UserText(title, text));
    }

    GraphError withType(String other) {
        return new GraphError(status, code, subcode, other, message, details, isTransient, userText);
    }

    public GraphError withStatus(int other) {
        return new GraphError(other, code, subcode, type, message, details, isTransient, userText);
    }

    public GraphError withSubcode(int other) {
        return new GraphError(status, code, other, type, message, details, isTransient, userText);
    }

    GraphError withTransient(boolean passing) {
        return new GraphError(status, code, subcode, type, message, details, passing, userText);
    }

    public GraphFailure failure() {
        return new GraphFailure(this);
    }

    ObjectNode toJson(String traceId) {
        var body = Json.object();
        var error = body.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("code", code);
        if (!details.isEmpty()) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        if (!userText.title().isEmpty()) {
            error.put("error_user_title", userText.title()).put("error_user_msg", userText.message());
        }
        if (isTransient) {
            error.put("is_transient", true);
        }
        error.put("fbtrace_id", traceId);
        return body;
    }

    /** Texts for people; empty when there are none. */
    public record UserText(String title, String message) {}
}
